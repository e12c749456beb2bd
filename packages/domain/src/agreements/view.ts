import type * as Y from "yjs";

import { type Day, parseDay } from "../dates.ts";
import { sortedEntries } from "../entries.ts";
import type { EntryId } from "../ids.ts";
import { type Ordered, parseOrder } from "../order.ts";
import { plainOf } from "../plain.ts";
import { entryViews, field, type Raw, stringOf } from "../views.ts";
import { clauseText } from "./clause-text.ts";
import { agreementsIn, agreementTitle, clauseBody, clausesIn, detailsIn } from "./schema.ts";

/** An agreement as the list has it. */
export interface AgreementSummary extends Ordered {
  readonly title: string;
  readonly createdOn: Day | null;
  /** When both want to look at it again: a copy, as the title is. */
  readonly reviewOn: Day | null;
}

/** A clause without its text: that is the editor's, or `clauseText`'s. */
export type ClauseView = Ordered;

/** A whole agreement in plain text. */
export interface AgreementView {
  readonly title: string;
  readonly reviewOn: Day | null;
  readonly clauses: readonly { readonly id: EntryId; readonly text: string }[];
}

function agreementSummary(id: EntryId, raw: Raw): AgreementSummary {
  return {
    id,
    get order() {
      return parseOrder(field(raw(), "order"));
    },
    get title() {
      return stringOf(field(raw(), "title"));
    },
    get createdOn() {
      return parseDay(field(raw(), "createdOn"));
    },
    get reviewOn() {
      return parseDay(field(raw(), "reviewOn"));
    },
  };
}

function clauseView(id: EntryId, raw: Raw): ClauseView {
  return {
    id,
    get order() {
      return parseOrder(field(raw(), "order"));
    },
  };
}

/** The list of agreements over a store's raw values. */
export const agreementSummaries = (raw: Raw): (() => readonly AgreementSummary[]) =>
  entryViews(raw, agreementSummary);

/** The clauses over a store's raw values. */
export const clauseViews = (raw: Raw): (() => readonly ClauseView[]) => entryViews(raw, clauseView);

/** The day of review over the raw values of `detailsIn(doc)`. */
export const reviewOnOf = (raw: unknown): Day | null => parseDay(field(raw, "reviewOn"));

export function readAgreements(index: Y.Doc): readonly AgreementSummary[] {
  const raw = plainOf(agreementsIn(index));
  return agreementSummaries(() => raw)();
}

export function readAgreement(doc: Y.Doc): AgreementView {
  return {
    title: agreementTitle(doc).toJSON(),
    reviewOn: reviewOnOf(plainOf(detailsIn(doc))),
    clauses: sortedEntries(clausesIn(doc)).map(({ id }) => {
      const body = clauseBody(doc, id);
      return { id, text: body ? clauseText(body) : "" };
    }),
  };
}
