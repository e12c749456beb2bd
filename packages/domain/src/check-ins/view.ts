import * as v from "valibot";
import type * as Y from "yjs";

import { type Day, parseDay } from "../dates.ts";
import type { EntryId } from "../ids.ts";
import { type Ordered, parseOrder } from "../order.ts";
import { type Owner, parseOwner } from "../owners.ts";
import { plainOf } from "../plain.ts";
import { entryViews, field, type Raw, stringOf } from "../views.ts";
import { cadenceIn, cadences, type Every, issueText, type NoteList, notesIn } from "./schema.ts";

/** How often both mean to check in, and the day they have in mind for the next one. */
export interface Cadence {
  readonly every: Every | null;
  readonly nextOn: Day | null;
}

const EveryField = v.fallback(v.nullable(v.picklist(cadences)), null);

/** The cadence over the raw values of `cadenceIn(doc)`. */
export const cadenceOf = (raw: unknown): Cadence => ({
  every: v.parse(EveryField, field(raw, "every")),
  nextOn: parseDay(field(raw, "nextOn")),
});

/** The cadence of the document of room `check-ins`. */
export const readCadence = (doc: Y.Doc): Cadence => cadenceOf(plainOf(cadenceIn(doc)));

/** Something that both wrote down while they talked: an appreciation, or what would help. */
export interface NoteView extends Ordered {
  readonly owner: Owner;
  readonly text: string;
}

function noteView(id: EntryId, raw: Raw): NoteView {
  return {
    id,
    get order() {
      return parseOrder(field(raw(), "order"));
    },
    get owner() {
      return parseOwner(field(raw(), "owner"));
    },
    get text() {
      return stringOf(field(raw(), "text"));
    },
  };
}

/** A list of notes over a store's raw values. */
export const noteViews = (raw: Raw): (() => readonly NoteView[]) => entryViews(raw, noteView);

export function readNotes(doc: Y.Doc, list: NoteList): readonly NoteView[] {
  const raw = plainOf(notesIn(doc, list));
  return noteViews(() => raw)();
}

export const readIssue = (doc: Y.Doc): string => issueText(doc).toJSON();
