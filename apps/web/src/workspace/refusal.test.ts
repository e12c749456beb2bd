import { expect, test } from "vitest";

import { keepsContent, refusalOf } from "./refusal.ts";

test.each([
  [4401, "signed-out"],
  [4403, "not-open-to-you"],
  [4404, "no-such-page"],
  [4409, "restored"],
  [4413, "too-large"],
  [4400, "reload"],
  [4407, "reload"],
  [4429, "reload"],
  [4499, "not-open-to-you"],
  [4503, null],
  [1012, null],
  [1006, null],
])("a close with %i is told as %s", (code, told) => {
  expect(refusalOf(code, "")).toBe(told);
});

test("S13 what is no longer open to somebody leaves their screen", () => {
  expect(keepsContent("not-open-to-you")).toBe(false);
  expect(keepsContent("no-such-page")).toBe(false);
});

test("who is signed out keeps their words in front of them, as does who has them nowhere else", () => {
  expect(keepsContent("signed-out")).toBe(true);
  expect(keepsContent("restored")).toBe(true);
});
