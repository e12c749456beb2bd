import { SpaceId } from "@concord/domain/ids";
import { sql } from "kysely";
import * as v from "valibot";

import type { Services } from "../services.ts";
import type { Database } from "../store/database.ts";
import { finishDepartures } from "./departures.ts";
import { emptyWriteAheadLog, eraseRow } from "./erasure.ts";

/**
 * Deletes an account, and all that is its person's (S18): how they signed in, their consents, their
 * word in every ledger, their sealed answers, their vault, their seat, and what they let others
 * into. Jointly written text stays for the other, who is told of nothing and later finds themselves
 * alone. Everything that was open ends before this resolves.
 */
export async function deleteAccount(services: Services, person: string): Promise<void> {
  const { db, access, clock } = services;
  const { concerned, sessions } = await db.transaction().execute(async (trx) => {
    const seats = await spacesOf(trx, person);
    const observed = await observedBy(trx, person);
    for (const space of seats) await leave(trx, { space, person, now: clock.now() });
    const sessions = await sessionsOf(trx, person);
    await eraseRow(trx, "user", person);
    for (const space of seats) await eraseIfEmpty(trx, space);
    return { concerned: [...seats, ...observed], sessions };
  });
  for (const session of sessions) access.sessionEnded(session);
  for (const space of new Set(concerned)) await access.left(space);
  await finishDepartures(services);
  await emptyWriteAheadLog(db);
}

async function sessionsOf(db: Database, person: string): Promise<readonly string[]> {
  const rows = await db.selectFrom("session").select("id").where("userId", "=", person).execute();
  return rows.map(({ id }) => id);
}

/** Those that they have left before are theirs still, as far as their words go. */
async function spacesOf(db: Database, person: string): Promise<readonly SpaceId[]> {
  const rows = await db
    .selectFrom("partner")
    .select("space")
    .where("person", "=", person)
    .union(db.selectFrom("former_partner").select("space").where("person", "=", person))
    .execute();
  return rows.map(({ space }) => v.parse(SpaceId, space));
}

async function observedBy(db: Database, person: string): Promise<readonly SpaceId[]> {
  const rows = await db
    .selectFrom("observer_grant")
    .select("space")
    .where("observer", "=", person)
    .execute();
  return rows.map(({ space }) => v.parse(SpaceId, space));
}

/** Ends what others were let into, and keeps the ledger's numbers from being given out again. */
async function leave(
  trx: Database,
  { space, person, now }: { space: SpaceId; person: string; now: number },
): Promise<void> {
  await trx.insertInto("departure").values({ space, person }).execute();
  await trx
    .updateTable("observer_grant")
    .set({ revoked_at: now })
    .where("space", "=", space)
    .where("revoked_at", "is", null)
    .execute();
  await trx
    .deleteFrom("invitation")
    .where("space", "=", space)
    .where("used_by", "is", null)
    .execute();
  await sql`
    update space set declared = max(declared, coalesce(
      (select max(seq) from declaration where space = ${space}), 0))
    where id = ${space}`.execute(trx);
}

async function eraseIfEmpty(trx: Database, space: SpaceId): Promise<void> {
  const left = await trx
    .selectFrom("partner")
    .select("person")
    .where("space", "=", space)
    .execute();
  if (left.length === 0) await eraseRow(trx, "space", space);
}
