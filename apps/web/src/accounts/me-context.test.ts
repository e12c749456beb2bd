import { describe, expect, test } from "vitest";

import { type MeState, nextState } from "./me-context.ts";
import { maya, meOf } from "./testing.ts";

const me = meOf(maya);
const asking: MeState = { kind: "asking" };
const remembered: MeState = { kind: "signed-in", me, confirmed: false };
const confirmed: MeState = { kind: "signed-in", me, confirmed: true };

describe("who is here", () => {
  test("is whom the server names", () => {
    expect(nextState(asking, { ok: true, value: me })).toEqual(confirmed);
    expect(nextState(remembered, { ok: true, value: me })).toEqual(confirmed);
  });

  test("is nobody once the server says so, whatever this device remembers", () => {
    expect(nextState(remembered, { ok: false, problem: "signed-out" })).toEqual({
      kind: "signed-out",
    });
  });

  test.each(["unreachable", "not-now", "our-fault"] as const)(
    "stays whom this device remembers while the trouble (%s) may pass",
    (problem) => {
      expect(nextState(remembered, { ok: false, problem })).toEqual(remembered);
      expect(nextState(confirmed, { ok: false, problem })).toEqual(remembered);
    },
  );

  test("is unknown where nothing is remembered and the server can't be reached", () => {
    expect(nextState(asking, { ok: false, problem: "unreachable" })).toEqual({
      kind: "failed",
      problem: "unreachable",
    });
  });
});
