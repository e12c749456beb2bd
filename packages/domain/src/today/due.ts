import type { Day } from "../dates.ts";
import type { PersonId } from "../ids.ts";
import type { LedgerView } from "../ledger/view.ts";
import { type PromiseView, readPromises } from "../promises/view.ts";

/**
 * The promises of one person whose day is today or has come and that they have not ended, the
 * earliest day first. Their own alone: nobody is shown what the other has promised and when.
 */
export const duePromises = (ledger: LedgerView, me: PersonId, today: Day): readonly PromiseView[] =>
  readPromises(ledger).filter(
    ({ author, state, due }) => author === me && state === "open" && due <= today,
  );
