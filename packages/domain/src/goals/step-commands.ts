import type * as Y from "yjs";

import type { Day } from "../dates.ts";
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
import { stepsIn, type StepText } from "./schema.ts";

/** An if-then step: when `cue`, I do `action`; and when `obstacle` gets in the way … */
export interface NewStep {
  readonly id: EntryId;
  readonly cue?: string;
  readonly action?: string;
  readonly obstacle?: string;
  readonly nextDate?: Day | null;
  readonly after?: EntryId;
}

export function addStep(doc: Y.Doc, goal: EntryId, step: NewStep): void {
  run(doc, "goals/steps/add", () => {
    const steps = stepsIn(doc, goal);
    if (!steps) return;
    const fields = {
      cue: newText(step.cue),
      action: newText(step.action),
      obstacle: newText(step.obstacle),
      nextDate: step.nextDate ?? null,
      done: false,
    };
    insertEntry(steps, step.id, fields, step.after);
  });
}

export function setStepDate(doc: Y.Doc, goal: EntryId, id: EntryId, date: Day | null): void {
  run(doc, "goals/steps/date", () => setField(stepIn(doc, goal, id), "nextDate", date));
}

export function setStepDone(doc: Y.Doc, goal: EntryId, id: EntryId, done: boolean): void {
  run(doc, "goals/steps/done", () => setField(stepIn(doc, goal, id), "done", done));
}

export function moveStep(doc: Y.Doc, goal: EntryId, id: EntryId, place: Place): void {
  run(doc, "goals/steps/move", () => {
    const steps = stepsIn(doc, goal);
    if (steps) moveEntry(steps, id, place);
  });
}

/** Undo brings it back with its texts. */
export function removeStep(doc: Y.Doc, goal: EntryId, id: EntryId): void {
  run(doc, "goals/steps/remove", () => stepsIn(doc, goal)?.delete(id));
}

/** A step's text, to bind a field to; edits go through `editText`. */
export function stepText(doc: Y.Doc, goal: EntryId, id: EntryId, name: StepText): Y.Text | null {
  return textAt(stepIn(doc, goal, id), name);
}

function stepIn(doc: Y.Doc, goal: EntryId, id: EntryId): Entry | null {
  const steps = stepsIn(doc, goal);
  return steps && entryIn(steps, id);
}
