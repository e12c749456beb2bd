import type * as Y from "yjs";

import { entryIn, insertEntry, moveEntry, newText, setField, textAt } from "../entries.ts";
import type { EntryId } from "../ids.ts";
import type { Place } from "../order.ts";
import { run } from "../origin.ts";
import type { Owner } from "../owners.ts";
import { type NeedKind, needsIn, type NeedStatus, type NeedText } from "./schema.ts";

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

export function addNeed(doc: Y.Doc, need: NewNeed): void {
  const { id, owner, kind, after } = need;
  run(doc, "needs/add", () => {
    const texts = { text: newText(need.text), help: newText(need.help) };
    insertEntry(needsIn(doc), id, { owner, kind, status: "open", ...texts }, after);
  });
}

export function setNeedOwner(doc: Y.Doc, id: EntryId, owner: Owner): void {
  run(doc, "needs/owner", () => setField(entryIn(needsIn(doc), id), "owner", owner));
}

export function setNeedKind(doc: Y.Doc, id: EntryId, kind: NeedKind): void {
  run(doc, "needs/kind", () => setField(entryIn(needsIn(doc), id), "kind", kind));
}

export function setNeedStatus(doc: Y.Doc, id: EntryId, status: NeedStatus): void {
  run(doc, "needs/status", () => setField(entryIn(needsIn(doc), id), "status", status));
}

export function moveNeed(doc: Y.Doc, id: EntryId, place: Place): void {
  run(doc, "needs/move", () => moveEntry(needsIn(doc), id, place));
}

/** Undo brings it back with its texts. */
export function removeNeed(doc: Y.Doc, id: EntryId): void {
  run(doc, "needs/remove", () => needsIn(doc).delete(id));
}

/** A need's text, to bind a field to; edits go through `editText`. */
export function needText(doc: Y.Doc, id: EntryId, name: NeedText): Y.Text | null {
  return textAt(entryIn(needsIn(doc), id), name);
}
