import { describe, expect, test } from "vitest";

import { dayInMonths, dayInWords, endOfDay } from "./times.ts";

const at = (year: number, month: number, day: number, hour = 12) =>
  new Date(year, month - 1, day, hour).getTime();
const now = at(2026, 11, 23);
const inWords = (ms: number) => dayInWords(ms, now, "en-GB");

describe("days in words", () => {
  test.each([
    [at(2026, 11, 23, 23), "today"],
    [at(2026, 11, 24, 0), "tomorrow"],
    [at(2026, 11, 22, 23), "yesterday"],
    [at(2026, 11, 28), "Saturday"],
    [at(2026, 11, 30), "30 November 2026"],
    [at(2027, 2, 23), "23 February 2027"],
    [at(2026, 11, 20), "20 November 2026"],
  ])("S9 %i is said as %s, never by the minute", (ms, words) => {
    expect(inWords(ms)).toBe(words);
  });

  test("a day lasts until its last moment, also where the clocks change", () => {
    expect(endOfDay("2027-03-28")).toBe(new Date(2027, 2, 28, 23, 59, 59).getTime());
  });

  test.each([[""], ["soon"], ["2027-02"]])("%j names no day", (text) => {
    expect(endOfDay(text)).toBeNull();
  });

  test("months ahead keep the day, or end on the month's last", () => {
    expect(dayInMonths(now, 3)).toBe("2027-02-23");
    expect(dayInMonths(at(2026, 11, 30), 3)).toBe("2027-02-28");
    expect(dayInMonths(now, 0)).toBe("2026-11-23");
  });
});
