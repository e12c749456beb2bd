import * as v from "valibot";

/** A day in the writers' calendar, `YYYY-MM-DD`, without a time or a zone. */
export const Day = v.pipe(
  v.string(),
  v.isoDate(),
  v.check((text) => {
    const time = Date.parse(`${text}T00:00:00Z`);
    return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
  }, "no such day"),
  v.brand("Day"),
);
export type Day = v.InferOutput<typeof Day>;

/** The day that an unknown value names, or null. */
export function parseDay(raw: unknown): Day | null {
  const day = v.safeParse(Day, raw);
  return day.success ? day.output : null;
}
