import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as v from "valibot";

import type { Every } from "../check-ins/schema.ts";
import { Day } from "../dates.ts";
import { daysAfter, monthsAfter, nextFrom } from "./days.ts";

const day = (text: string): Day => v.parse(Day, text);

const anyDay = fc
  .integer({ min: -719_162, max: 60_000 })
  .map((days) => daysAfter(day("1970-01-01"), days));
const today = fc.integer({ min: 0, max: 20_000 }).map((days) => daysAfter(day("2020-01-01"), days));

describe("a day that comes back", () => {
  test.each([
    ["2026-12-01", null, "2026-11-20", "2026-12-01"],
    ["2026-12-01", null, "2026-12-01", "2026-12-01"],
    ["2026-12-01", null, "2026-12-02", null],
    ["2026-12-01", "week", "2026-12-02", "2026-12-08"],
    ["2026-12-01", "week", "2026-12-08", "2026-12-08"],
    ["2026-12-01", "two-weeks", "2026-12-08", "2026-12-15"],
    ["2026-12-31", "month", "2027-01-01", "2027-01-31"],
    ["2026-12-31", "month", "2027-02-01", "2027-02-28"],
    ["2026-12-31", "month", "2027-03-01", "2027-03-31"],
    ["2026-12-15", "month", "2027-01-16", "2027-02-15"],
    ["0001-01-01", "month", "2026-12-15", "2027-01-01"],
  ] as const)("from %s, each %s: next from %s is %s", (from, every, now, next) => {
    expect(nextFrom(day(from), every, day(now))).toBe(next);
  });

  test("is never in the past, never skipped, and never before it began", () => {
    const every = fc.constantFrom<Every>("week", "two-weeks", "month");
    fc.assert(
      fc.property(anyDay, every, today, (from, every, now) => {
        const next = nextFrom(from, every, now);
        if (next === null) throw new Error("It has ended.");
        expect(next >= now && next >= from).toBe(true);
        const before =
          every === "month" ? monthsAfter(next, -1) : daysAfter(next, every === "week" ? -7 : -14);
        expect(before < now || next === from).toBe(true);
        // A short month may have had it on its last day.
        expect(every !== "month" || from.slice(8) >= next.slice(8)).toBe(true);
      }),
    );
  });
});
