import { expect, test } from "vitest";

import { closeCodes, meaningOf } from "./close.ts";

test("X1 the stock client comes back on exactly the codes that say retry", () => {
  for (const { code, action } of Object.values(closeCodes)) {
    const isFinal = code >= 4400 && code < 4500;
    expect([code, isFinal]).toEqual([code, action !== "retry"]);
  }
});

test("X1 every code has one meaning and a reason that fits in a close frame", () => {
  const all = Object.values(closeCodes);
  expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
  expect(all.every(({ reason }) => /^[a-z-]{1,123}$/.test(reason))).toBe(true);
});

test("X1 codes of a later server keep their class", () => {
  expect(meaningOf(4499, "new").action).toBe("give-up");
  expect(meaningOf(1006, "").action).toBe("retry");
  expect(meaningOf(4413, "anything")).toBe(closeCodes.tooLarge);
});
