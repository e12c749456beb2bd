import { type Day, parseDay } from "../dates.ts";
import type { Every } from "./schema.ts";

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
