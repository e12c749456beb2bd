import * as v from "valibot";
import type * as Y from "yjs";

import { type Entries, entryIn, mapAt } from "../entries.ts";
import type { EntryId } from "../ids.ts";

export const progresses = ["idea", "begun", "under-way", "nearly-there", "reached"] as const;
export type Progress = (typeof progresses)[number];

/**
 * What the owner of a goal would like of their partner: to listen, to ask how it goes, to remind
 * them, to help, or to leave it to them. Chosen by the owner alone; the partner reads it.
 */
export const backings = ["listen", "ask", "remind", "help", "leave"] as const;
export type Backing = (typeof backings)[number];

/** The texts of a goal, and of a step, that two people edit at once. */
export type GoalText = "title" | "why" | "celebration";
export type StepText = "cue" | "action" | "obstacle";

const ProgressField = v.fallback(v.picklist(progresses), "idea");
const BackingField = v.fallback(v.picklist(backings), "listen");

export const parseProgress = (raw: unknown): Progress => v.parse(ProgressField, raw);
export const parseBacking = (raw: unknown): Backing => v.parse(BackingField, raw);

/** The goals of the document of room `goals`, or of `own-goals/<person>`. */
export const goalsIn = (doc: Y.Doc): Entries => doc.getMap("goals");

/** The steps of a goal, or null where the goal has gone. */
export function stepsIn(doc: Y.Doc, goal: EntryId): Entries | null {
  const entry = entryIn(goalsIn(doc), goal);
  return entry && mapAt(entry, "steps");
}
