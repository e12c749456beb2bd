import type { Day } from "../dates.ts";
import type { DeclarationId, EntryId, PersonId } from "../ids.ts";
import type { DeclarationOf } from "../ledger/schema.ts";
import { promiseOfSubject, type Subject } from "../ledger/subjects.ts";
import type { LedgerView } from "../ledger/view.ts";
import type { PromiseBody, PromiseState } from "./declared.ts";
import { isSameWording } from "./rules.ts";

/** What was promised, in the words of one declaration. */
export interface Wording {
  readonly cue: string;
  readonly action: string;
  readonly due: Day;
}

export interface Appreciation {
  /** The row, to take it back by. */
  readonly id: DeclarationId;
  readonly author: PersonId;
  readonly words: string;
}

/** A promise as it stands. Whether its day has passed is no part of it: only its maker says more. */
export interface PromiseView extends Wording {
  readonly id: EntryId;
  /** The row that stands, to take the promise back by. */
  readonly declaration: DeclarationId;
  readonly author: PersonId;
  readonly state: PromiseState;
  /** When its maker last said something about it. */
  readonly saidOn: Day;
  /** The clause or goal it comes from, with the words that it had then. */
  readonly from: PromiseBody["from"];
  /** What it said before it was renegotiated, the earliest first. */
  readonly earlier: readonly Wording[];
  /** What the other has said about it, the earliest first. */
  readonly appreciations: readonly Appreciation[];
}

type Row = DeclarationOf<"promise">;

/**
 * The promises of a space: those that are open first, by their day; then those that were kept or
 * let go, the latest first. One that was taken back is gone. No row but its maker's changes one.
 */
export function readPromises(ledger: LedgerView): readonly PromiseView[] {
  const found = ledger.subjects("promise").flatMap((subject) => {
    const promise = readPromise(ledger, subject);
    return promise ? [promise] : [];
  });
  return found.toSorted(calmly).map(({ view }) => view);
}

interface Found {
  readonly view: PromiseView;
  /** Its place in the ledger: when it was last said. */
  readonly seq: number;
}

function readPromise(ledger: LedgerView, subject: Subject): Found | null {
  const id = promiseOfSubject(subject);
  const maker = ledger.begunBy("promise", subject);
  const last = maker && ledger.of("promise", subject, maker);
  if (!id || !maker || !last) return null;
  const own = ledger.history("promise", subject).filter(({ author }) => author === maker);
  const { cue, action, due, state, from } = last.body;
  const view = {
    id,
    declaration: last.id,
    author: maker,
    cue,
    action,
    due,
    state,
    saidOn: last.day,
    from,
    earlier: earlierOf(own),
    appreciations: ledger
      .history("appreciation", subject)
      .filter(({ author }) => author !== maker)
      .map((row) => ({ id: row.id, author: row.author, words: row.body.words })),
  };
  return { view, seq: last.seq };
}

/** The wordings before the last; what was said again in the same words is one. */
const earlierOf = (rows: readonly Row[]): readonly Wording[] =>
  rows
    .filter((row, at) => {
      const next = rows[at + 1];
      return next !== undefined && !isSameWording(row.body, next.body);
    })
    .map(({ body: { cue, action, due } }) => ({ cue, action, due }));

function calmly(one: Found, other: Found): number {
  const [a, b] = [one.view, other.view];
  const isOpen = (view: PromiseView) => view.state === "open";
  if (isOpen(a) !== isOpen(b)) return isOpen(a) ? -1 : 1;
  if (!isOpen(a)) return other.seq - one.seq;
  if (a.due !== b.due) return a.due < b.due ? -1 : 1;
  return one.seq - other.seq;
}
