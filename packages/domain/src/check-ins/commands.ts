import type * as Y from "yjs";

import type { Day } from "../dates.ts";
import { entryIn, insertEntry, moveEntry, newText, setField } from "../entries.ts";
import type { EntryId } from "../ids.ts";
import type { Place } from "../order.ts";
import { run } from "../origin.ts";
import type { Owner } from "../owners.ts";
import { cadenceIn, type Every, type NoteList, notesIn } from "./schema.ts";

/** How often both mean to check in; null is whenever they like. */
export function setEvery(doc: Y.Doc, every: Every | null): void {
  run(doc, "check-ins/every", () => setField(cadenceIn(doc), "every", every));
}

/** The day they have in mind for the next one, or null for none. */
export function setNextOn(doc: Y.Doc, day: Day | null): void {
  run(doc, "check-ins/next-on", () => setField(cadenceIn(doc), "nextOn", day));
}

export interface NewNote {
  readonly id: EntryId;
  readonly owner: Owner;
  readonly text?: string;
  /** The note that it comes after; without one it comes last. */
  readonly after?: EntryId;
}

export function addNote(doc: Y.Doc, list: NoteList, note: NewNote): void {
  const { id, owner, text, after } = note;
  run(doc, `check-ins/${list}/add`, () =>
    insertEntry(notesIn(doc, list), id, { owner, text: newText(text) }, after),
  );
}

export function setNoteOwner(doc: Y.Doc, list: NoteList, id: EntryId, owner: Owner): void {
  run(doc, `check-ins/${list}/owner`, () =>
    setField(entryIn(notesIn(doc, list), id), "owner", owner),
  );
}

export function moveNote(doc: Y.Doc, list: NoteList, id: EntryId, place: Place): void {
  run(doc, `check-ins/${list}/move`, () => moveEntry(notesIn(doc, list), id, place));
}

/** Undo brings it back with its text. */
export function removeNote(doc: Y.Doc, list: NoteList, id: EntryId): void {
  run(doc, `check-ins/${list}/remove`, () => notesIn(doc, list).delete(id));
}
