import { parseDay } from "@concord/domain/dates";
import type { PromiseBody } from "@concord/domain/promises/declared";
import { isDueInReach } from "@concord/domain/promises/rules";

import { Refusal } from "../http/problem.ts";

/**
 * Refuses a day that has gone by, or that is too far off to be a promise's. The promiser's own day
 * may be the one before or after the server's.
 */
export function checkDue({ state, due }: PromiseBody, now: number): void {
  const today = parseDay(new Date(now).toISOString().slice(0, 10));
  if (state === "open" && today && !isDueInReach(due, today, 1))
    throw new Refusal("until-out-of-range");
}
