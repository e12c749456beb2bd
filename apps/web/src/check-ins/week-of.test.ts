import { expect, test } from "vitest";

import { weekOf } from "./week-of.ts";

const words = { thisWeek: "this week", weekOf: (day: string) => `the week of ${day}` };
const now = new Date(2026, 10, 25, 9).getTime();
const told = (day: string) => weekOf(day, now, "en-GB", words);

test("S9 a check-in is told by its week: this one, or that of its Monday", () => {
  expect(told("2026-11-23")).toBe("this week");
  expect(told("2026-11-29")).toBe("this week");
  expect(told("2026-11-22")).toBe("the week of 16 November");
  expect(told("2025-12-31")).toBe("the week of 29 December 2025");
});
