import type * as Y from "yjs";

import { entryIn, insertEntry, moveEntry, newText, setField, textAt } from "../entries.ts";
import { type EntryId, isPersonId, type PersonId } from "../ids.ts";
import type { Place } from "../order.ts";
import { run } from "../origin.ts";
import { loadIn, type LoadWish, parseLoadWish } from "./schema.ts";

/** Whoever carries something, or nobody yet. */
export type Holder = PersonId | "nobody";

const parseHolder = (raw: unknown): Holder => (isPersonId(raw) ? raw : "nobody");

export function addLoad(
  doc: Y.Doc,
  load: { readonly id: EntryId; readonly holder: Holder; readonly what?: string },
): void {
  run(doc, "asks/load/add", () => {
    const fields = { what: newText(load.what), holder: load.holder, wanted: "keep", done: false };
    insertEntry(loadIn(doc), load.id, fields);
  });
}

/** Whoever holds it would like the other to take it on; or keeps it after all. */
export function offerLoad(doc: Y.Doc, id: EntryId, wanted: "keep" | "hand-over"): void {
  run(doc, "asks/load/offer", () => setField(entryIn(loadIn(doc), id), "wanted", wanted));
}

/** Whether somebody may take a thing on: it is nobody's, or whoever holds it has offered it. */
export function canTake(
  { holder, wanted }: { readonly holder: Holder; readonly wanted: LoadWish },
  taker: PersonId,
  partners?: readonly PersonId[],
): boolean {
  if (holder === taker) return false;
  return holder === "nobody" || wanted === "hand-over" || partners?.includes(holder) === false;
}

/**
 * The one who takes it on holds it from now on: nobody is given anything they didn't take, and
 * nothing is taken from whom has not offered it. Where the partners are told, what somebody who
 * is none of them (any more) held is nobody's.
 */
export function takeLoad(
  doc: Y.Doc,
  id: EntryId,
  taker: PersonId,
  partners?: readonly PersonId[],
): void {
  run(doc, "asks/load/take", () => {
    const entry = entryIn(loadIn(doc), id);
    const [holder, wanted] = [
      parseHolder(entry?.get("holder")),
      parseLoadWish(entry?.get("wanted")),
    ];
    if (!canTake({ holder, wanted }, taker, partners)) return;
    setField(entry, "holder", taker);
    setField(entry, "wanted", "keep");
  });
}

/** Whoever holds it puts it down: it is nobody's until somebody takes it. */
export function putDownLoad(doc: Y.Doc, id: EntryId): void {
  run(doc, "asks/load/put-down", () => {
    const entry = entryIn(loadIn(doc), id);
    setField(entry, "holder", "nobody");
    setField(entry, "wanted", "keep");
  });
}

export function setLoadDone(doc: Y.Doc, id: EntryId, done: boolean): void {
  run(doc, "asks/load/done", () => setField(entryIn(loadIn(doc), id), "done", done));
}

export function moveLoad(doc: Y.Doc, id: EntryId, place: Place): void {
  run(doc, "asks/load/move", () => moveEntry(loadIn(doc), id, place));
}

/** Undo brings it back with its words. */
export function removeLoad(doc: Y.Doc, id: EntryId): void {
  run(doc, "asks/load/remove", () => loadIn(doc).delete(id));
}

export const loadText = (doc: Y.Doc, id: EntryId): Y.Text | null =>
  textAt(entryIn(loadIn(doc), id), "what");
