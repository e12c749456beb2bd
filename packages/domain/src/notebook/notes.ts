import * as Y from "yjs";

import { clauseElements } from "../agreements/clause-content.ts";
import { clauseText } from "../agreements/clause-text.ts";
import { type Day, parseDay } from "../dates.ts";
import { type Entries, entryIn, insertEntry, newText, textAt } from "../entries.ts";
import type { EntryId } from "../ids.ts";
import { type Ordered, parseOrder } from "../order.ts";
import { run } from "../origin.ts";
import { entryViews, field, type Raw, stringOf } from "../views.ts";

/**
 * The notebook of one's own sealed document: map `notes`, id → { order, on, title: Y.Text, body:
 * Y.XmlFragment, with the nodes of a clause }.
 */
export const notesIn = (doc: Y.Doc): Entries => doc.getMap("notes");

export interface NoteView extends Ordered {
  readonly title: string;
  readonly on: Day | null;
}

export function addNote(doc: Y.Doc, { id, on }: { readonly id: EntryId; readonly on: Day }): void {
  run(doc, "notebook/add", () => {
    const body = new Y.XmlFragment();
    body.insert(0, clauseElements([{ type: "paragraph", runs: [] }]));
    insertEntry(notesIn(doc), id, { on, title: newText(), body });
  });
}

/** Undo brings it back with its words, for as long as the page is open. */
export function removeNote(doc: Y.Doc, id: EntryId): void {
  run(doc, "notebook/remove", () => notesIn(doc).delete(id));
}

export const noteTitle = (doc: Y.Doc, id: EntryId): Y.Text | null =>
  textAt(entryIn(notesIn(doc), id), "title");

export function noteBody(doc: Y.Doc, id: EntryId): Y.XmlFragment | null {
  const body = entryIn(notesIn(doc), id)?.get("body");
  return body instanceof Y.XmlFragment ? body : null;
}

function noteView(id: EntryId, raw: Raw): NoteView {
  return {
    id,
    get order() {
      return parseOrder(field(raw(), "order"));
    },
    get title() {
      return stringOf(field(raw(), "title"));
    },
    get on() {
      return parseDay(field(raw(), "on"));
    },
  };
}

export const noteViews = (raw: Raw): (() => readonly NoteView[]) => entryViews(raw, noteView);

/** Whether a note holds all the words that are looked for, in any order and case. */
export function noteHolds(doc: Y.Doc, id: EntryId, wanted: string): boolean {
  const body = noteBody(doc, id);
  const words = `${noteTitle(doc, id)?.toJSON() ?? ""}\n${body ? clauseText(body) : ""}`;
  const plain = words.toLocaleLowerCase();
  return wanted
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => plain.includes(word));
}
