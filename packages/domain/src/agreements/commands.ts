import * as Y from "yjs";

import type { Day } from "../dates.ts";
import { insertEntry, moveEntry, setField } from "../entries.ts";
import type { EntryId } from "../ids.ts";
import type { Place } from "../order.ts";
import { run } from "../origin.ts";
import { clauseElements } from "./clause-content.ts";
import type { ClauseBlock } from "./clause-nodes.ts";
import { clausesIn, detailsIn } from "./schema.ts";

/** Commands on one agreement, the document of a room `agreement/<id>`. */
export interface NewClause {
  readonly id: EntryId;
  /** The clause that it comes after; without one it comes last. */
  readonly after?: EntryId;
  /** Without content it starts with one empty paragraph. */
  readonly content?: readonly ClauseBlock[];
}

const empty: readonly ClauseBlock[] = [{ type: "paragraph", runs: [] }];

export function addClause(doc: Y.Doc, clause: NewClause): void {
  run(doc, "agreements/clauses/add", () => {
    const body = new Y.XmlFragment();
    body.insert(0, clauseElements(clause.content ?? empty));
    insertEntry(clausesIn(doc), clause.id, { body }, clause.after);
  });
}

/** Puts plain content behind what a clause holds; a lone empty paragraph makes way for it. */
export function writeClause(doc: Y.Doc, body: Y.XmlFragment, blocks: readonly ClauseBlock[]): void {
  if (body.doc !== doc) return;
  run(doc, "agreements/clauses/write", () => {
    if (isBlank(body)) body.delete(0, body.length);
    body.insert(body.length, clauseElements(blocks));
  });
}

export function moveClause(doc: Y.Doc, id: EntryId, place: Place): void {
  run(doc, "agreements/clauses/move", () => moveEntry(clausesIn(doc), id, place));
}

/** Undo brings it back with its text. */
export function removeClause(doc: Y.Doc, id: EntryId): void {
  run(doc, "agreements/clauses/remove", () => clausesIn(doc).delete(id));
}

/** The day on which both want to look at it again, or null for none. */
export function setReviewOn(doc: Y.Doc, reviewOn: Day | null): void {
  run(doc, "agreements/review", () => setField(detailsIn(doc), "reviewOn", reviewOn));
}

function isBlank(body: Y.XmlFragment): boolean {
  const only: unknown = body.length === 1 ? body.get(0) : null;
  return only instanceof Y.XmlElement && only.length === 0;
}
