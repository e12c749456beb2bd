import * as Y from "yjs";
import type { EntryId } from "../ids.ts";
import type { Place } from "../order.ts";
import type { Owner } from "../owners.ts";
import { type GoalText, type Progress } from "./schema.ts";
export interface NewGoal {
  readonly id: EntryId;
  readonly owner: Owner;
  readonly title?: string;
  readonly why?: string;
  readonly progress?: Progress;
  /** The goal that it comes after; without one it comes last. */
  readonly after?: EntryId;
}
export declare function addGoal(doc: Y.Doc, goal: NewGoal): void;
export declare function setGoalOwner(doc: Y.Doc, id: EntryId, owner: Owner): void;
export declare function setGoalProgress(doc: Y.Doc, id: EntryId, progress: Progress): void;
export declare function moveGoal(doc: Y.Doc, id: EntryId, place: Place): void;
/** Undo brings it back with its texts and steps. */
export declare function removeGoal(doc: Y.Doc, id: EntryId): void;
/** A goal's text, to bind a field to; edits go through `editText`. */
export declare function goalText(doc: Y.Doc, id: EntryId, name: GoalText): Y.Text | null;
