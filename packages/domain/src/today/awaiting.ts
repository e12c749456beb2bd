import type { PersonId } from "../ids.ts";
import { entryOfSubject, type EntrySubject, type Subject } from "../ledger/subjects.ts";
import type { LedgerView } from "../ledger/view.ts";

/** Words that the other stands by, and I don't, or not yet as they are now. */
export interface Awaited extends EntrySubject {
  readonly subject: Subject;
  /** The words that the other stands by. */
  readonly text: string;
  /** Whether I stood by other ones before. */
  readonly again: boolean;
}

interface Us {
  readonly me: PersonId;
  readonly partners: readonly PersonId[];
}

/**
 * What may be waiting for my word, the earliest first: what the other has agreed to, where mine
 * doesn't stand or is an earlier one on other words. Never the other way round: what waits for the
 * other is theirs to see. The ledger does not know whose an entry is, nor whether it is still
 * there: `isAwaited` (`./still-awaited.ts`) says that, from its document.
 */
export function awaitingMyWord(ledger: LedgerView, { me, partners }: Us): readonly Awaited[] {
  const other = partners.find((partner) => partner !== me);
  if (other === undefined || !partners.includes(me)) return [];
  return ledger.subjects("assent").flatMap((subject) => {
    const entry = entryOfSubject(subject);
    const theirs = ledger.of("assent", subject, other);
    const mine = ledger.of("assent", subject, me);
    if (!entry || !theirs) return [];
    if (mine && (mine.body.hash === theirs.body.hash || mine.seq > theirs.seq)) return [];
    return [{ ...entry, subject, text: theirs.body.text, again: mine !== null }];
  });
}

/** Whether it can be said without its document that an entry needs the word of both. */
export const isSurelyOurs = ({ room }: Awaited): boolean => room.startsWith("agreement/");

/**
 * What was agreed to, in one line to know it by, without what the canonical form puts before its
 * parts: a clause in running words, of a need or a goal what it is called.
 */
export function lineOf({ room, text }: Pick<Awaited, "room" | "text">): string {
  const [first = "", ...rest] = text.split("\n");
  if (room === "needs") return first.replace(/^[a-z]+: /, "");
  if (room === "goals") return first;
  const mark = /^\s*(?:#{1,3}|-|\d+\.) /;
  return [first, ...rest].map((line) => line.replace(mark, "").trim()).join(" ");
}
