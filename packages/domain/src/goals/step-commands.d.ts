import type * as Y from "yjs";
import type { Day } from "../dates.ts";
import type { EntryId } from "../ids.ts";
import type { Place } from "../order.ts";
import { type StepText } from "./schema.ts";
/** An if-then step: when `cue`, I do `action`; and when `obstacle` gets in the way … */
export interface NewStep {
  readonly id: EntryId;
  readonly cue?: string;
  readonly action?: string;
  readonly obstacle?: string;
  readonly nextDate?: Day | null;
  readonly after?: EntryId;
}
export declare function addStep(doc: Y.Doc, goal: EntryId, step: NewStep): void;
export declare function setStepDate(doc: Y.Doc, goal: EntryId, id: EntryId, date: Day | null): void;
export declare function setStepDone(doc: Y.Doc, goal: EntryId, id: EntryId, done: boolean): void;
export declare function moveStep(doc: Y.Doc, goal: EntryId, id: EntryId, place: Place): void;
/** Undo brings it back with its texts. */
export declare function removeStep(doc: Y.Doc, goal: EntryId, id: EntryId): void;
/** A step's text, to bind a field to; edits go through `editText`. */
export declare function stepText(
  doc: Y.Doc,
  goal: EntryId,
  id: EntryId,
  name: StepText,
): Y.Text | null;
