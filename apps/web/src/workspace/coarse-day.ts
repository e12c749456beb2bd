/**
 * A day that has passed, as coarsely as anybody but its writer may know it (S9): this week, this
 * month, else the month. `day` is `YYYY-MM-DD`; `now` is ms since the epoch.
 */
export function coarseDay(
  day: string,
  now: number,
  locale: string,
  words: { readonly thisWeek: string; readonly thisMonth: string },
): string {
  const date = new Date(`${day}T12:00:00`);
  const today = new Date(now);
  if (mondayOf(date) === mondayOf(today)) return words.thisWeek;
  const sameYear = date.getFullYear() === today.getFullYear();
  if (sameYear && date.getMonth() === today.getMonth()) return words.thisMonth;
  return new Intl.DateTimeFormat(locale, { month: "long", year: "numeric" }).format(date);
}

function mondayOf(date: Date): number {
  const monday = new Date(date.getFullYear(), date.getMonth(), date.getDate());
  monday.setDate(monday.getDate() - ((monday.getDay() + 6) % 7));
  return monday.getTime();
}

/** Today in the writer's own calendar, `YYYY-MM-DD`. */
export function dayOf(now: number): string {
  const date = new Date(now);
  const pad = (part: number) => String(part).padStart(2, "0");
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}
