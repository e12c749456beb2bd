import * as v from "valibot";
/** A day in the writers' calendar, `YYYY-MM-DD`, without a time or a zone. */
export declare const Day: v.SchemaWithPipe<
  readonly [
    v.StringSchema<undefined>,
    v.IsoDateAction<string, undefined>,
    v.CheckAction<string, "no such day">,
    v.BrandAction<string, "Day">,
  ]
>;
export type Day = v.InferOutput<typeof Day>;
/** The day that an unknown value names, or null. */
export declare function parseDay(raw: unknown): Day | null;
