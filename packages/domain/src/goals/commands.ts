import * as Y from "yjs";

import {
  type Entry,
  entryIn,
  insertEntry,
  moveEntry,
  newText,
  setField,
  textAt,
} from "../entries.ts";
import type { EntryId } from "../ids.ts";
import type { Place } from "../order.ts";
import { run } from "../origin.ts";
import type { Owner } from "../owners.ts";
import { type Backing, goalsIn, type GoalText, type Progress } from "./schema.ts";

export interface NewGoal {
  readonly id: EntryId;
  readonly owner: Owner;
  readonly title?: string;
  readonly why?: string;
  readonly progress?: Progress;
  /** For a goal of one's own: what its owner would like of their partner. */
  readonly backing?: Backing;
  readonly celebration?: string;
  /** The goal that it comes after; without one it comes last. */
  readonly after?: EntryId;
}

export function addGoal(doc: Y.Doc, goal: NewGoal): void {
  const { id, owner, progress = "idea", after } = goal;
  run(doc, "goals/add", () => {
    const texts = {
      title: newText(goal.title),
      why: newText(goal.why),
      celebration: newText(goal.celebration),
    };
    const backing = goal.backing === undefined ? {} : { backing: goal.backing };
    const steps = new Y.Map<unknown>();
    insertEntry(goalsIn(doc), id, { owner, progress, ...backing, ...texts, steps }, after);
  });
}

export function setGoalOwner(doc: Y.Doc, id: EntryId, owner: Owner): void {
  run(doc, "goals/owner", () => setField(entryIn(goalsIn(doc), id), "owner", owner));
}

export function setGoalBacking(doc: Y.Doc, id: EntryId, backing: Backing): void {
  run(doc, "goals/backing", () => setField(entryIn(goalsIn(doc), id), "backing", backing));
}

/** What is reached can be celebrated. */
export function setGoalProgress(doc: Y.Doc, id: EntryId, progress: Progress): void {
  run(doc, "goals/progress", () => {
    const goal = entryIn(goalsIn(doc), id);
    setField(goal, "progress", progress);
    if (progress === "reached") makeRoomToCelebrate(goal);
  });
}

/** Makes room for what helped, in a goal that was written down before there was any. */
export function celebrateGoal(doc: Y.Doc, id: EntryId): void {
  run(doc, "goals/celebrate", () => makeRoomToCelebrate(entryIn(goalsIn(doc), id)));
}

function makeRoomToCelebrate(goal: Entry | null): void {
  if (goal && !textAt(goal, "celebration")) goal.set("celebration", newText());
}

export function moveGoal(doc: Y.Doc, id: EntryId, place: Place): void {
  run(doc, "goals/move", () => moveEntry(goalsIn(doc), id, place));
}

/** Undo brings it back with its texts and steps. */
export function removeGoal(doc: Y.Doc, id: EntryId): void {
  run(doc, "goals/remove", () => goalsIn(doc).delete(id));
}

/** A goal's text, to bind a field to; edits go through `editText`. */
export function goalText(doc: Y.Doc, id: EntryId, name: GoalText): Y.Text | null {
  return textAt(entryIn(goalsIn(doc), id), name);
}
