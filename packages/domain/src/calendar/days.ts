import * as v from "valibot";

import type { Every } from "../check-ins/schema.ts";
import { Day } from "../dates.ts";

const dayLength = 24 * 60 * 60 * 1000;

const timeOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

const dayAt = (time: number): Day => v.parse(Day, new Date(time).toISOString().slice(0, 10));

/** The day that is `days` after another. */
export const daysAfter = (day: Day, days: number): Day => dayAt(timeOf(day) + days * dayLength);

/** The same day of the month, `months` later; a shorter month has it on its last day. */
export function monthsAfter(day: Day, months: number): Day {
  const from = new Date(timeOf(day));
  const of = (month: number, date: number) =>
    // Not through Date.UTC, to which the years before 100 are others.
    new Date(0).setUTCFullYear(from.getUTCFullYear(), month, date);
  const month = from.getUTCMonth() + months;
  const last = new Date(of(month + 1, 0)).getUTCDate();
  return dayAt(of(month, Math.min(from.getUTCDate(), last)));
}

/** The first day on or after `from` of what began on `day` and comes back; null where it has passed. */
export function nextFrom(day: Day, every: Every | null, from: Day): Day | null {
  if (day >= from) return day;
  if (every === null) return null;
  if (every === "month") {
    const months =
      (Number(from.slice(0, 4)) - Number(day.slice(0, 4))) * 12 +
      (Number(from.slice(5, 7)) - Number(day.slice(5, 7)));
    const inMonth = monthsAfter(day, months);
    return inMonth >= from ? inMonth : monthsAfter(day, months + 1);
  }
  const length = every === "week" ? 7 : 14;
  const passed = Math.round((timeOf(from) - timeOf(day)) / dayLength);
  return daysAfter(day, Math.ceil(passed / length) * length);
}
