import type * as Y from "yjs";

import { readAgreements } from "../agreements/view.ts";
import type { Every } from "../check-ins/schema.ts";
import { readCadence } from "../check-ins/view.ts";
import type { Day } from "../dates.ts";
import type { EntryId, PersonId } from "../ids.ts";
import { type GoalView, readGoals } from "../goals/view.ts";
import type { RoomPath } from "../rooms.ts";

/** A day that is written down somewhere in a space. */
export interface PlannedDate {
  readonly sort: "step" | "review" | "check-in";
  /** What it is of: unlike every other's, the same as long as it is there, and nobody's words. */
  readonly key: string;
  readonly day: Day;
  /** How often it comes back from that day on; null where it doesn't. */
  readonly every: Every | null;
  /** The page that it stands on, and its words there: for the person's own pages alone. */
  readonly room: RoomPath;
  readonly words: string;
}

/** The days of the steps of my own goals, from the document of room `own-goals/<me>`. */
export const ownDates = (me: PersonId, doc: Y.Doc): readonly PlannedDate[] =>
  inOrder(readGoals(doc).flatMap((goal) => stepDates(`own-goals/${me}`, goal)));

/** The documents of both, as far as they are here. */
export interface SharedDocuments {
  readonly goals: Y.Doc | null;
  readonly agreements: Y.Doc | null;
  readonly checkIns: Y.Doc | null;
}

/** The days that belong to both: of steps that are not the other's, of reviews, of check-ins. */
export function sharedDates(
  me: PersonId,
  { goals, agreements, checkIns }: SharedDocuments,
): readonly PlannedDate[] {
  const near = goals
    ? readGoals(goals).filter(({ owner }) => owner === "ours" || owner === me)
    : [];
  return inOrder([
    ...near.flatMap((goal) => stepDates("goals", goal)),
    ...(agreements ? reviewDates(agreements) : []),
    ...(checkIns ? checkInDates(checkIns) : []),
  ]);
}

function stepDates(room: RoomPath, goal: GoalView): readonly PlannedDate[] {
  return goal.steps.flatMap(({ id, nextDate, done, action }) =>
    nextDate === null || done
      ? []
      : [
          {
            sort: "step" as const,
            key: `${room}/${goal.id}/${id}`,
            day: nextDate,
            every: null,
            room,
            words: action || goal.title,
          },
        ],
  );
}

function reviewDates(index: Y.Doc): readonly PlannedDate[] {
  return readAgreements(index).flatMap(({ id, title, reviewOn }) =>
    reviewOn === null ? [] : [reviewDate(id, reviewOn, title)],
  );
}

function reviewDate(id: EntryId, day: Day, words: string): PlannedDate {
  const room = `agreement/${id}` as const;
  return { sort: "review", key: room, day, every: null, room, words };
}

function checkInDates(doc: Y.Doc): readonly PlannedDate[] {
  const { every, nextOn } = readCadence(doc);
  const room = "check-ins";
  return nextOn === null
    ? []
    : [{ sort: "check-in", key: room, day: nextOn, every, room, words: "" }];
}

const inOrder = (dates: readonly PlannedDate[]): readonly PlannedDate[] =>
  dates.toSorted((a, b) => compare(a.day, b.day) || compare(a.key, b.key));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
