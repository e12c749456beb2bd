/**
 * The week of a day that has passed, as coarsely as it is to be told (S9): "this week", else the
 * week of its Monday. `day` is `YYYY-MM-DD`; `now` is ms since the epoch.
 */
export function weekOf(
  day: string,
  now: number,
  locale: string,
  words: { readonly thisWeek: string; readonly weekOf: (day: string) => string },
): string {
  const monday = mondayOf(new Date(`${day}T12:00:00`));
  if (monday.getTime() === mondayOf(new Date(now)).getTime()) return words.thisWeek;
  const sameYear = monday.getFullYear() === new Date(now).getFullYear();
  const format = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "long",
    ...(sameYear ? {} : { year: "numeric" }),
  });
  return words.weekOf(format.format(monday));
}

function mondayOf(date: Date): Date {
  const monday = new Date(date.getFullYear(), date.getMonth(), date.getDate());
  monday.setDate(monday.getDate() - ((monday.getDay() + 6) % 7));
  return monday;
}
