import type { PlannedDate } from "../calendar/dates.ts";
import { daysAfter, nextFrom } from "../calendar/days.ts";
import type { Day } from "../dates.ts";

/** How far ahead the first page looks, in days. */
const ahead = 14;

export interface NearDate extends PlannedDate {
  /** The next time that it comes. */
  readonly next: Day;
}

/** What comes within two weeks from today on, the nearest first; of what comes back, the next time. */
export function nearDates(dates: readonly PlannedDate[], today: Day): readonly NearDate[] {
  const last = daysAfter(today, ahead);
  return dates
    .flatMap((date) => {
      const next = nextFrom(date.day, date.every, today);
      return next !== null && next <= last ? [{ ...date, next }] : [];
    })
    .toSorted((a, b) => (a.next === b.next ? (a.key < b.key ? -1 : 1) : a.next < b.next ? -1 : 1));
}
