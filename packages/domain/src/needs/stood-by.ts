import type { EntryId, PersonId } from "../ids.ts";
import type { Assent } from "../ledger/assents.ts";
import { entryOfSubject } from "../ledger/subjects.ts";
import type { LedgerView } from "../ledger/view.ts";
import { type NeedKind, parseNeedKind } from "./schema.ts";

/** A need as somebody stood by it. */
export interface NeedStoodBy {
  readonly kind: NeedKind;
  readonly text: string;
  readonly help: string;
}

const form = /^(?<kind>[a-z]+): (?<text>[^\n]*)(?:\nwhat would help: (?<help>[^\n]*))?$/;

/** Reads the words that an assent to a need was given to; null where they have another form. */
export function needStoodBy(words: string): NeedStoodBy | null {
  const found = form.exec(words)?.groups;
  if (!found) return null;
  const { kind, text = "", help = "" } = found;
  return { kind: parseNeedKind(kind), text, help };
}

/** Whether what somebody stood by was a boundary, whatever it has been made since. */
export const wasBoundary = (words: string): boolean => needStoodBy(words)?.kind === "boundary";

/** A boundary that somebody stands by, though it is in the list no more. */
export interface GoneBoundary extends NeedStoodBy {
  readonly id: EntryId;
  readonly assent: Assent;
}

/**
 * The boundaries that a person stands by and that are not among the needs any more, whoever took
 * them out: taking one out must not be a way of changing it unseen.
 */
export function goneBoundaries(
  ledger: LedgerView,
  author: PersonId,
  isThere: (id: EntryId) => boolean,
): readonly GoneBoundary[] {
  return ledger.subjects("assent").flatMap((subject) => {
    const about = entryOfSubject(subject);
    if (about?.room !== "needs" || isThere(about.entry)) return [];
    const assent = ledger.of("assent", subject, author);
    if (!assent || assent.body.owner === "ours") return [];
    const words = needStoodBy(assent.body.text);
    return words?.kind === "boundary" ? [{ ...words, id: about.entry, assent }] : [];
  });
}
