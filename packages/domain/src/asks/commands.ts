import type * as Y from "yjs";

import type { Day } from "../dates.ts";
import { entryIn, insertEntry, newText, setField, textAt } from "../entries.ts";
import type { EntryId, PersonId } from "../ids.ts";
import { run } from "../origin.ts";
import { answersTo, type AskAnswer, asksIn, type AskKind, parseAskKind } from "./schema.ts";

export interface NewAsk {
  readonly id: EntryId;
  readonly owner: PersonId;
  readonly kind: AskKind;
  readonly askedOn: Day;
  /** A word about it. */
  readonly note?: string;
}

/** Says what would help right now. */
export function addAsk(doc: Y.Doc, { id, owner, kind, askedOn, note }: NewAsk): void {
  run(doc, "asks/add", () => {
    const fields = { owner, kind, note: newText(note), answer: null, done: false, askedOn };
    insertEntry(asksIn(doc), id, fields);
  });
}

/** The other's answer, where it is one to an ask of this kind; null takes it back. */
export function answerAsk(doc: Y.Doc, id: EntryId, answer: AskAnswer | null): void {
  run(doc, "asks/answer", () => {
    const ask = entryIn(asksIn(doc), id);
    const kind = parseAskKind(ask?.get("kind"));
    if (answer === null || answersTo(kind).includes(answer)) setField(ask, "answer", answer);
  });
}

/** Whoever asked has what they needed, or needs it no more. */
export function endAsk(doc: Y.Doc, id: EntryId): void {
  run(doc, "asks/end", () => setField(entryIn(asksIn(doc), id), "done", true));
}

/** What was said beside an ask, to bind a field to. */
export const askNote = (doc: Y.Doc, id: EntryId): Y.Text | null =>
  textAt(entryIn(asksIn(doc), id), "note");
