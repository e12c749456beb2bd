import type { Day } from "../dates.ts";
import type { PersonId } from "../ids.ts";
import type { PromiseBody } from "./declared.ts";

/** One earlier declaration of a promise, as its maker made it. */
export interface PromiseRow {
  readonly author: PersonId;
  readonly body: PromiseBody;
  readonly takenBack: boolean;
}

/** A promise is small: its day is within a year. In days. */
const farthest = 366;
const dayMs = 24 * 60 * 60 * 1000;

/**
 * Whether a promise that stands may have this day: from today on, within a year. `slack` is in
 * days, for a reader whose own day may not be the promiser's.
 */
export function isDueInReach(due: Day, today: Day, slack = 0): boolean {
  const away = (Date.parse(due) - Date.parse(today)) / dayMs;
  return away >= -slack && away <= farthest + slack;
}

/**
 * Why this may not be declared over what was declared before, the earliest first; null where it
 * may. A promise is its maker's alone (S4); it begins open, and what has ended it is final. It is
 * ended in the words that stand: others would end another promise than was made.
 */
export function refusalOfPromise(
  { author, body }: Pick<PromiseRow, "author" | "body">,
  earlier: readonly PromiseRow[],
): "not-yours" | "no-such-entry" | "already-settled" | "text-changed" | null {
  if (earlier.some((row) => row.author !== author)) return "not-yours";
  const last = earlier.at(-1);
  if (!last) return body.state === "open" ? null : "no-such-entry";
  if (last.takenBack || last.body.state !== "open") return "already-settled";
  return body.state === "open" || isSameWording(last.body, body) ? null : "text-changed";
}

/** Why it may not be appreciated by this person: only the other's is, and only while it stands. */
export function refusalOfAppreciation(
  author: PersonId,
  promise: readonly PromiseRow[],
): "not-yours" | "no-such-entry" | null {
  const last = promise.at(-1);
  if (!last || last.takenBack) return "no-such-entry";
  return last.author === author ? "not-yours" : null;
}

/** Whether two declarations promise the same by the same day. */
export const isSameWording = (one: PromiseBody, other: PromiseBody): boolean =>
  one.cue === other.cue && one.action === other.action && one.due === other.due;
