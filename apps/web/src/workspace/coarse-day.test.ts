import { expect, test } from "vitest";

import { coarseDay, dayOf } from "./coarse-day.ts";

const words = { thisWeek: "this week", thisMonth: "earlier this month" };
const now = new Date(2026, 10, 25, 9).getTime();

test.each([
  ["2026-11-25", "this week"],
  ["2026-11-23", "this week"],
  ["2026-11-22", "earlier this month"],
  ["2026-10-31", "October 2026"],
  ["2025-11-24", "November 2025"],
])("S9 on 25 November, %s is told as %s", (day, told) => {
  expect(coarseDay(day, now, "en-GB", words)).toBe(told);
});

test("a day is the writer's own, just before midnight too", () => {
  expect(dayOf(new Date(2026, 0, 5, 23, 59).getTime())).toBe("2026-01-05");
});
