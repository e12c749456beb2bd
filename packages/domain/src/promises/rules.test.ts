import * as v from "valibot";
import { describe, expect, test } from "vitest";

import { Day } from "../dates.ts";
import { personId } from "../testing/replicas.ts";
import { PromiseBody, type PromiseState } from "./declared.ts";
import { isDueInReach, refusalOfAppreciation, refusalOfPromise } from "./rules.ts";

const maya = personId("maya");
const jonas = personId("jonas");

const body = (state: PromiseState, action = "I cook"): PromiseBody =>
  v.parse(PromiseBody, { cue: "", action, due: "2026-12-01", state, from: null });

const row = (state: PromiseState, { by = maya, action = "I cook", takenBack = false } = {}) => ({
  author: by,
  body: body(state, action),
  takenBack,
});

describe("what may be said about a promise", () => {
  test("it begins open, and may be reworded while it is", () => {
    expect(refusalOfPromise(row("open"), [])).toBeNull();
    expect(refusalOfPromise(row("open", { action: "I bake" }), [row("open")])).toBeNull();
    expect(refusalOfPromise(row("kept"), [])).toBe("no-such-entry");
  });

  test("what has ended it is final, and so is taking it back", () => {
    expect(refusalOfPromise(row("kept"), [row("open")])).toBeNull();
    for (const ended of [row("kept"), row("released"), row("open", { takenBack: true })])
      expect(refusalOfPromise(row("open"), [row("open"), ended])).toBe("already-settled");
  });

  test("it is kept or let go in the words that stand, and in no others", () => {
    const reworded = [row("open"), row("open", { action: "I bake" })];
    expect(refusalOfPromise(row("kept"), reworded)).toBe("text-changed");
    expect(refusalOfPromise(row("kept", { action: "I bake" }), reworded)).toBeNull();
  });

  test("S4 nobody but its maker says any of it, whatever became of it", () => {
    for (const takenBack of [false, true])
      for (const state of ["open", "kept", "released"] as const)
        expect(refusalOfPromise(row(state, { by: jonas }), [row("open", { takenBack })])).toBe(
          "not-yours",
        );
  });

  test("it is appreciated by the other alone, and only while it stands", () => {
    expect(refusalOfAppreciation(jonas, [row("open")])).toBeNull();
    expect(refusalOfAppreciation(jonas, [row("open"), row("released")])).toBeNull();
    expect(refusalOfAppreciation(maya, [row("open")])).toBe("not-yours");
    expect(refusalOfAppreciation(jonas, [])).toBe("no-such-entry");
    const takenBack = [row("open"), row("open", { takenBack: true })];
    expect(refusalOfAppreciation(jonas, takenBack)).toBe("no-such-entry");
  });
});

test.each([
  ["2026-11-24", 0, true],
  ["2026-11-23", 0, false],
  ["2026-11-23", 1, true],
  ["2026-11-22", 1, false],
  ["2027-11-24", 0, true],
  ["2027-11-26", 0, false],
])("mechanic 12: small and dated: on 24 November the day %s (%i slack) is %s", (due, slack, ok) => {
  const day = (text: string) => v.parse(Day, text);
  expect(isDueInReach(day(due), day("2026-11-24"), slack)).toBe(ok);
});
