import { Grant } from "@concord/domain/observers/schema";
import * as v from "valibot";
import { describe, expect, test } from "vitest";

import { jonas, maya, spaceOf } from "../accounts/testing.ts";
import { standingOf } from "./standing.ts";

const grantBy = (consents: readonly string[]) =>
  v.parse(Grant, {
    id: "grant-of-ruth",
    observer: null,
    rooms: ["needs"],
    until: 1,
    consents,
    inEffect: false,
  });

describe("who has said yes to an observer", () => {
  test("the other is waited for where only you have", () => {
    expect(standingOf(grantBy([maya]), spaceOf())).toEqual({
      agreed: ["Maya"],
      waitingFor: ["Jonas"],
      waitingForYou: false,
    });
  });

  test("you are asked where only the other has", () => {
    expect(standingOf(grantBy([jonas]), spaceOf())).toEqual({
      agreed: ["Jonas"],
      waitingFor: [],
      waitingForYou: true,
    });
  });

  test("nobody is waited for once both have", () => {
    expect(standingOf(grantBy([jonas, maya]), spaceOf())).toEqual({
      agreed: ["Maya", "Jonas"],
      waitingFor: [],
      waitingForYou: false,
    });
  });
});
