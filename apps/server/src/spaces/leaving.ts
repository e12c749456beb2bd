import type { PersonId, SpaceId } from "@concord/domain/ids";

import type { Database } from "../store/database.ts";

/**
 * Ends somebody's part in a space: they leave their seat, the space closes, and everything that
 * let others in ends with it. What was written stays for the other. When that was, and why, is
 * kept nowhere (S16). False where they have no seat (any more).
 */
export async function leaveSpace(
  db: Database,
  { space, person }: { space: SpaceId; person: PersonId },
): Promise<boolean> {
  return await db.transaction().execute(async (trx) => {
    const seat = await trx
      .deleteFrom("partner")
      .where("space", "=", space)
      .where("person", "=", person)
      .returning("seat")
      .executeTakeFirst();
    if (!seat) return false;
    await trx.insertInto("former_partner").values({ space, person, seat: seat.seat }).execute();
    await trx.updateTable("space").set({ closed: 1 }).where("id", "=", space).execute();
    await endWhatLetsOthersIn(trx, space);
    return true;
  });
}

/** Every table that lets anybody look at a space from outside has a line here. */
async function endWhatLetsOthersIn(trx: Database, space: SpaceId): Promise<void> {
  const grants = trx.selectFrom("observer_grant").select("id").where("space", "=", space);
  await trx.deleteFrom("grant_consent").where("grant_id", "in", grants).execute();
  await trx.deleteFrom("observer_grant").where("space", "=", space).execute();
  await trx.deleteFrom("calendar_feed").where("space", "=", space).execute();
  await trx
    .deleteFrom("invitation")
    .where("space", "=", space)
    .where("used_by", "is", null)
    .execute();
}
