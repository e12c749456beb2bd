import type * as Y from "yjs";

import { type Day, parseDay } from "../dates.ts";
import { type Entries, entryIn, insertEntry, newText, setField, textAt } from "../entries.ts";
import type { EntryId } from "../ids.ts";
import { type NeedKind, parseNeedKind } from "../needs/schema.ts";
import { type Ordered, parseOrder } from "../order.ts";
import { run } from "../origin.ts";
import { entryViews, field, type Raw, stringOf } from "../views.ts";

/** What is being drafted before it is for both: a need, a clause, or how to begin a hard talk. */
export const draftKinds = ["need", "clause", "soft-start"] as const;
export type DraftKind = (typeof draftKinds)[number];

/** The texts of a draft; a clause has only `text`, a soft start `feel`, `about` and `text`. */
export const draftTexts = ["text", "help", "feel", "about"] as const;
export type DraftText = (typeof draftTexts)[number];

/**
 * Drafts of one's own sealed document: map `drafts`, id → { order, on, kind, needKind, and its
 * texts }. Sharing copies the words by a fresh insert; what was typed and deleted stays here (S10).
 */
export const draftsIn = (doc: Y.Doc): Entries => doc.getMap("drafts");

export interface DraftView extends Ordered, Readonly<Record<DraftText, string>> {
  readonly kind: DraftKind;
  readonly needKind: NeedKind;
  readonly on: Day | null;
}

export function addDraft(
  doc: Y.Doc,
  { id, kind, on }: { readonly id: EntryId; readonly kind: DraftKind; readonly on: Day },
): void {
  run(doc, "drafts/add", () => {
    const texts = Object.fromEntries(draftTexts.map((name) => [name, newText()]));
    insertEntry(draftsIn(doc), id, { kind, needKind: "need", on, ...texts });
  });
}

export function setDraftNeedKind(doc: Y.Doc, id: EntryId, kind: NeedKind): void {
  run(doc, "drafts/kind", () => setField(entryIn(draftsIn(doc), id), "needKind", kind));
}

export function removeDraft(doc: Y.Doc, id: EntryId): void {
  run(doc, "drafts/remove", () => draftsIn(doc).delete(id));
}

export const draftText = (doc: Y.Doc, id: EntryId, name: DraftText): Y.Text | null =>
  textAt(entryIn(draftsIn(doc), id), name);

function draftView(id: EntryId, raw: Raw): DraftView {
  const text = (name: DraftText) => stringOf(field(raw(), name));
  return {
    id,
    get order() {
      return parseOrder(field(raw(), "order"));
    },
    get kind() {
      const kind = field(raw(), "kind");
      return draftKinds.find((known) => known === kind) ?? "need";
    },
    get needKind() {
      return parseNeedKind(field(raw(), "needKind"));
    },
    get on() {
      return parseDay(field(raw(), "on"));
    },
    get text() {
      return text("text");
    },
    get help() {
      return text("help");
    },
    get feel() {
      return text("feel");
    },
    get about() {
      return text("about");
    },
  };
}

export const draftViews = (raw: Raw): (() => readonly DraftView[]) => entryViews(raw, draftView);
