/** Times as people say them: by the day, never by the minute (S9). All times are ms since the epoch. */

const dayNumber = (ms: number): number => {
  const date = new Date(ms);
  return Math.round(
    new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime() / 864e5,
  );
};

/** A day in words: "today", "tomorrow", a weekday within the week, else the date. */
export function dayInWords(ms: number, now: number, locale: string): string {
  const away = dayNumber(ms) - dayNumber(now);
  if (away >= -1 && away <= 1) {
    return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(away, "day");
  }
  if (away > 1 && away < 7) {
    return new Intl.DateTimeFormat(locale, { weekday: "long" }).format(ms);
  }
  return new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric" }).format(
    ms,
  );
}

/** The last moment of the day that a date input names (`2027-02-23`), or null if it names none. */
export function endOfDay(day: string): number | null {
  const [year, month, date] = day.split("-").map(Number);
  if (year === undefined || month === undefined || date === undefined) return null;
  const end = new Date(year, month - 1, date, 23, 59, 59, 0).getTime();
  return Number.isNaN(end) ? null : end;
}

/** The day `months` from `now`, as a date input writes it; a shorter month ends on its last day. */
export function dayInMonths(now: number, months: number): string {
  const from = new Date(now);
  const last = new Date(from.getFullYear(), from.getMonth() + months + 1, 0).getDate();
  const day = new Date(
    from.getFullYear(),
    from.getMonth() + months,
    Math.min(from.getDate(), last),
  );
  const pad = (part: number) => String(part).padStart(2, "0");
  return `${day.getFullYear()}-${pad(day.getMonth() + 1)}-${pad(day.getDate())}`;
}
