import type * as Y from "yjs";
import type { EntryId } from "../ids.ts";
import type { Place } from "../order.ts";
import type { Owner } from "../owners.ts";
import { type NeedKind, type NeedStatus, type NeedText } from "./schema.ts";
export interface NewNeed {
  readonly id: EntryId;
  readonly owner: Owner;
  readonly kind: NeedKind;
  readonly text?: string;
  /** What would help. */
  readonly help?: string;
  /** The need that it comes after; without one it comes last. */
  readonly after?: EntryId;
}
export declare function addNeed(doc: Y.Doc, need: NewNeed): void;
export declare function setNeedOwner(doc: Y.Doc, id: EntryId, owner: Owner): void;
export declare function setNeedKind(doc: Y.Doc, id: EntryId, kind: NeedKind): void;
export declare function setNeedStatus(doc: Y.Doc, id: EntryId, status: NeedStatus): void;
export declare function moveNeed(doc: Y.Doc, id: EntryId, place: Place): void;
/** Undo brings it back with its texts. */
export declare function removeNeed(doc: Y.Doc, id: EntryId): void;
/** A need's text, to bind a field to; edits go through `editText`. */
export declare function needText(doc: Y.Doc, id: EntryId, name: NeedText): Y.Text | null;
