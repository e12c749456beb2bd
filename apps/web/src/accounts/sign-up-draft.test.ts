import { describe, expect, test } from "vitest";

import { checkSignUp, emptyDraft } from "./sign-up-draft.ts";

const whole = {
  name: " Maya ",
  email: "Maya@Example.org",
  password: "ten letters",
  consent: true,
  adult: true,
};

describe("signing up", () => {
  test("takes a whole form, tidied", () => {
    expect(checkSignUp(whole)).toMatchObject({
      ok: true,
      form: { name: "Maya", email: "maya@example.org" },
    });
  });

  test("names everything that an empty form lacks", () => {
    expect(checkSignUp(emptyDraft)).toEqual({
      ok: false,
      wrong: ["name", "email", "password", "consent", "adult"],
    });
  });

  test("S27 wants each statement by itself", () => {
    expect(checkSignUp({ ...whole, consent: false })).toEqual({ ok: false, wrong: ["consent"] });
    expect(checkSignUp({ ...whole, adult: false })).toEqual({ ok: false, wrong: ["adult"] });
  });
});
