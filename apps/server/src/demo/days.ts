import { Day } from "@concord/domain/dates";
import * as v from "valibot";

/** The day that is `days` from now. */
export const dayFrom = (now: number, days: number): Day =>
  v.parse(Day, new Date(now + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10));
