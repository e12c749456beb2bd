import type { PersonId } from "../ids.ts";
import type { DeclarationOf } from "../ledger/schema.ts";
import { calendarSubject } from "../ledger/subjects.ts";
import type { LedgerView } from "../ledger/view.ts";

type CalendarWord = DeclarationOf<"calendar">;

/** Who has said that what belongs to both may be in their calendars. */
export interface CalendarWords {
  readonly mine: CalendarWord | null;
  readonly theirs: CalendarWord | null;
  /** Both have: one partner alone, or one before the other has joined, publishes nothing (S6). */
  readonly both: boolean;
}

export function readCalendarWords(
  ledger: LedgerView,
  { me, partners }: { readonly me: PersonId; readonly partners: readonly PersonId[] },
): CalendarWords {
  const wordOf = (person: PersonId) => ledger.of("calendar", calendarSubject, person);
  const other = partners.find((partner) => partner !== me);
  const mine = partners.includes(me) ? wordOf(me) : null;
  const theirs = other === undefined ? null : wordOf(other);
  return { mine, theirs, both: mine !== null && theirs !== null };
}
