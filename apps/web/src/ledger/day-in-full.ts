/** A day (`YYYY-MM-DD`) as a letter would have it: "12 November 2026". */
export const dayInFull = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(new Date(`${day}T12:00:00`));
