import * as v from "valibot";

/** Answer of `GET /api/spaces/:space/calendar`: whether I have an address that works. */
export const CalendarFeed = v.object({ active: v.boolean() });
export type CalendarFeed = v.InferOutput<typeof CalendarFeed>;

/** Answer of `POST /api/spaces/:space/calendar`: my new address, which is shown this once. */
export const NewCalendarFeed = v.object({ url: v.string() });
export type NewCalendarFeed = v.InferOutput<typeof NewCalendarFeed>;
