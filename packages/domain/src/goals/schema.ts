import * as v from "valibot";
import type * as Y from "yjs";

import { type Entries, entryIn, mapAt } from "../entries.ts";
import type { EntryId } from "../ids.ts";

export const progresses = ["idea", "begun", "under-way", "nearly-there", "reached"] as const;
export type Progress = (typeof progresses)[number];

/** The texts of a goal, and of a step, that two people edit at once. */
export type GoalText = "title" | "why";
export type StepText = "cue" | "action" | "obstacle";

const ProgressField = v.fallback(v.picklist(progresses), "idea");

export const parseProgress = (raw: unknown): Progress => v.parse(ProgressField, raw);

/** The goals of the document of room `goals`. */
export const goalsIn = (doc: Y.Doc): Entries => doc.getMap("goals");

/** The steps of a goal, or null where the goal has gone. */
export function stepsIn(doc: Y.Doc, goal: EntryId): Entries | null {
  const entry = entryIn(goalsIn(doc), goal);
  return entry && mapAt(entry, "steps");
}
