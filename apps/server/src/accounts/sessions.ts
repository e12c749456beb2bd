import type { OwnSession } from "@concord/domain/accounts/account";

import type { Services } from "../services.ts";
import { dayOf } from "./log.ts";
import type { SignedIn } from "./session.ts";

/** Where a person is signed in, here first and then the latest: no addresses and no devices, for we keep none. */
export async function ownSessions(
  { db, clock }: Pick<Services, "db" | "clock">,
  { person, session: here }: SignedIn,
): Promise<OwnSession[]> {
  const rows = await db
    .selectFrom("session")
    .select(["id", "createdAt", "updatedAt"])
    .where("userId", "=", person.id)
    .where("expiresAt", ">", new Date(clock.now()).toISOString())
    .orderBy("updatedAt", "desc")
    .execute();
  const sessions = rows.map(({ id, createdAt, updatedAt }) => ({
    id,
    since: dayOf(Date.parse(createdAt)),
    lastUsed: dayOf(Date.parse(updatedAt)),
    isThis: id === here.id,
  }));
  return sessions.toSorted((a, b) => Number(b.isThis) - Number(a.isThis));
}

/**
 * Ends sessions of a person, and at once everything that is open in them. Returns how many there
 * were.
 */
export async function endSessions(
  { db, access }: Pick<Services, "db" | "access">,
  person: string,
  { only, allBut }: { readonly only?: string; readonly allBut?: string },
): Promise<number> {
  let query = db.deleteFrom("session").where("userId", "=", person);
  if (only !== undefined) query = query.where("id", "=", only);
  if (allBut !== undefined) query = query.where("id", "!=", allBut);
  const ended = await query.returning("id").execute();
  for (const { id } of ended) access.sessionEnded(id);
  return ended.length;
}
