import { type Day, parseDay } from "../dates.ts";
import type { Every } from "./schema.ts";
import type { Cadence } from "./view.ts";

const dayMs = 24 * 60 * 60 * 1000;

/** For how many days a check-in stays open: until the next one would be due. */
export const openDays = (every: Every | null): number =>
  ({ week: 7, "two-weeks": 14, month: 30 })[every ?? "week"];

/** The day of the next check-in after one on `day`; null where none is planned. */
export function nextAfter(day: Day, every: Every | null): Day | null {
  if (every === null) return null;
  const from = new Date(`${day}T00:00:00Z`);
  const next =
    every === "month" ? monthAfter(from) : new Date(from.getTime() + openDays(every) * dayMs);
  return parseDay(next.toISOString().slice(0, 10));
}

/** The same day of the next month, or its last where it has none such. */
function monthAfter(from: Date): Date {
  const [year, month] = [from.getUTCFullYear(), from.getUTCMonth()];
  const last = new Date(Date.UTC(year, month + 2, 0)).getUTCDate();
  return new Date(Date.UTC(year, month + 1, Math.min(from.getUTCDate(), last)));
}

/** The day to have in mind next, once a check-in has been begun `today`. */
export function nextOnceBegun({ every, nextOn }: Cadence, today: Day): Day | null {
  if (nextOn !== null && nextOn > today) return nextOn;
  // A day of long ago says nothing about the rhythm any more.
  let day: Day | null = nextOn;
  for (let step = 0; step < 60 && day !== null && day <= today; step += 1)
    day = nextAfter(day, every);
  return day !== null && day > today ? day : nextAfter(today, every);
}
