import type { GoalView } from "@concord/domain/goals/view";
import type * as Y from "yjs";

import type { DocumentUndo } from "../workspace/document-undo.ts";
import type { EntryList } from "../workspace/entry-list.ts";
import type { Owners } from "../workspace/owners.ts";

/** What every part of a goal's card is given. */
export interface GoalProps {
  readonly doc: Y.Doc;
  readonly goal: GoalView;
  /** Counts from 1. */
  readonly place: number;
  readonly readOnly: boolean;
  readonly undo: DocumentUndo;
  readonly owners: Owners;
  readonly list: EntryList;
}
