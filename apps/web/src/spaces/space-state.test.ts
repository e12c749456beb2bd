import { describe, expect, test } from "vitest";

import { spaceOf } from "../accounts/testing.ts";
import { type SpaceState, nextSpaceState } from "./space-state.ts";

const space = spaceOf();
const open: SpaceState = { kind: "open", space };
const asking: SpaceState = { kind: "asking" };

describe("a space's pages", () => {
  test("open with what the server answers", () => {
    expect(nextSpaceState(asking, { ok: true, value: space })).toEqual(open);
  });

  test("stay open as last seen while the server can't be reached", () => {
    expect(nextSpaceState(open, { ok: false, problem: "unreachable" })).toBe(open);
    expect(nextSpaceState(open, { ok: false, problem: "not-now" })).toBe(open);
  });

  test("close at once when the space is no longer open to this person", () => {
    expect(nextSpaceState(open, { ok: false, problem: "no-such-space" })).toEqual({
      kind: "closed",
    });
  });

  test("say what is wrong where nothing was ever seen of them", () => {
    expect(nextSpaceState(asking, { ok: false, problem: "unreachable" })).toEqual({
      kind: "failed",
      problem: "unreachable",
    });
  });
});
