import type { Day } from "../dates.ts";

/** For how long (days) good news stays in sight. */
const freshFor = 14;

/** Whether good news is still new. What has no day that can be read is: nobody's words are hidden. */
export const isFreshNews = ({ on }: { readonly on: Day | null }, today: Day): boolean =>
  on === null || Date.parse(today) - Date.parse(on) < freshFor * 864e5;
