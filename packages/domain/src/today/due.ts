import type { Day } from "../dates.ts";
import type { PersonId } from "../ids.ts";
import type { DeclarationOf } from "../ledger/schema.ts";
import type { LedgerView } from "../ledger/view.ts";

export type DuePromise = DeclarationOf<"promise">;

/**
 * The promises of one person whose day is today or has come and that they have not ended, the
 * earliest day first. Their own alone: nobody is shown what the other has promised and when.
 */
export function duePromises(ledger: LedgerView, me: PersonId, today: Day): readonly DuePromise[] {
  return ledger
    .subjects("promise")
    .flatMap((subject) => ledger.of("promise", subject, me) ?? [])
    .filter(({ body }) => body.state === "open" && body.due <= today)
    .toSorted((a, b) =>
      a.body.due === b.body.due ? a.seq - b.seq : a.body.due < b.body.due ? -1 : 1,
    );
}
