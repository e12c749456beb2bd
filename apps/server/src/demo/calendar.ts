import { newDeclarationId, type PersonId, type SpaceId } from "@concord/domain/ids";
import { calendarSubject } from "@concord/domain/ledger/subjects";

import { addDeclaration } from "../ledger/store.ts";
import type { Services } from "../services.ts";

/** One of the two would like what belongs to both in their calendars; the other may say so too. */
export async function wishForCalendar(
  { db, clock }: Pick<Services, "db" | "clock">,
  { space, author }: { readonly space: SpaceId; readonly author: PersonId },
): Promise<void> {
  const row = { space, author, kind: "calendar", subject: calendarSubject, body: {} } as const;
  await db
    .transaction()
    .execute((trx) => addDeclaration(trx, { ...row, id: newDeclarationId(), now: clock.now() }));
}
