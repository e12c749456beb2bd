import type * as Y from "yjs";

import type { Day } from "../dates.ts";
import { entryIn, insertEntry, moveEntry, setField } from "../entries.ts";
import type { EntryId } from "../ids.ts";
import type { Place } from "../order.ts";
import { run } from "../origin.ts";
import { agreementsIn } from "./schema.ts";

/** Commands on the list of agreements, the document of room `agreements`. */
export interface NewAgreement {
  readonly id: EntryId;
  readonly title: string;
  readonly createdOn: Day;
}

export function addAgreement(index: Y.Doc, agreement: NewAgreement): void {
  const { id, title, createdOn } = agreement;
  run(index, "agreements/add", () => insertEntry(agreementsIn(index), id, { title, createdOn }));
}

/** Copies the title from the agreement's own document, where it has changed. */
export function renameInIndex(index: Y.Doc, id: EntryId, title: string): void {
  const entry = entryIn(agreementsIn(index), id);
  if (!entry || entry.get("title") === title) return;
  run(index, "agreements/rename", () => setField(entry, "title", title));
}

/** Copies the day of review from the agreement's own document, where it has changed. */
export function setReviewInIndex(index: Y.Doc, id: EntryId, reviewOn: Day | null): void {
  const entry = entryIn(agreementsIn(index), id);
  if (!entry || (entry.get("reviewOn") ?? null) === reviewOn) return;
  run(index, "agreements/review", () => setField(entry, "reviewOn", reviewOn));
}

export function moveAgreement(index: Y.Doc, id: EntryId, place: Place): void {
  run(index, "agreements/move", () => moveEntry(agreementsIn(index), id, place));
}

/** Takes it off the list; its own document is left as it is. Undo puts it back. */
export function removeAgreement(index: Y.Doc, id: EntryId): void {
  run(index, "agreements/remove", () => agreementsIn(index).delete(id));
}
