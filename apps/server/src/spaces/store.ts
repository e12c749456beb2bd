import { GrantId, PersonId, SpaceId } from "@concord/domain/ids";
import type { Seat } from "@concord/domain/people";
import type { GrantFacts, SpaceFacts } from "@concord/domain/roles";
import { RoomPath } from "@concord/domain/rooms";
import { Partner } from "@concord/domain/spaces/schema";
import * as v from "valibot";

import type { Database } from "../store/database.ts";

/** A space as the database has it: who its partners are, and every grant that was not withdrawn. */
export interface SpaceRecord {
  readonly id: SpaceId;
  readonly name: string;
  readonly partners: readonly Partner[];
  readonly grants: readonly GrantRecord[];
  /** When the last open invitation ends, or null. */
  readonly invitedUntil: number | null;
}

export interface GrantRecord extends GrantFacts {
  readonly id: GrantId;
  readonly observerName: string | null;
}

/**
 * Read in one transaction: what it says held all at one moment, and whoever reads later reads
 * newer facts. A verdict passed right after this is never overtaken by a newer one.
 */
export async function loadSpace(db: Database, space: string): Promise<SpaceRecord | null> {
  if (!db.isTransaction) return await db.transaction().execute((trx) => loadSpace(trx, space));
  const row = await db.selectFrom("space").selectAll().where("id", "=", space).executeTakeFirst();
  if (!row) return null;
  return {
    id: v.parse(SpaceId, row.id),
    name: row.name,
    partners: await loadPartners(db, space),
    grants: await loadGrants(db, space),
    invitedUntil: await loadInvitedUntil(db, space),
  };
}

async function loadPartners(db: Database, space: string): Promise<readonly Partner[]> {
  const rows = await db
    .selectFrom("partner")
    .innerJoin("user", "user.id", "partner.person")
    .select(["user.id", "user.name", "partner.seat"])
    .where("partner.space", "=", space)
    .orderBy("partner.seat")
    .execute();
  return v.parse(v.array(Partner), rows);
}

async function loadGrants(db: Database, space: string): Promise<readonly GrantRecord[]> {
  const rows = await db
    .selectFrom("observer_grant")
    .leftJoin("user", "user.id", "observer_grant.observer")
    .select([
      "observer_grant.id",
      "observer_grant.observer",
      "observer_grant.rooms",
      "observer_grant.until",
      "user.name as observerName",
    ])
    .where("observer_grant.space", "=", space)
    .where("observer_grant.revoked_at", "is", null)
    .orderBy("observer_grant.created_at")
    .execute();
  const consents = await loadConsents(db, space);
  return rows.map((row) => ({
    id: v.parse(GrantId, row.id),
    observer: row.observer === null ? null : v.parse(PersonId, row.observer),
    observerName: row.observerName,
    rooms: parseRooms(row.rooms),
    until: row.until,
    consents: consents.filter((consent) => consent.grant === row.id).map(({ person }) => person),
    revoked: false,
  }));
}

async function loadConsents(db: Database, space: string) {
  const rows = await db
    .selectFrom("grant_consent")
    .innerJoin("observer_grant", "observer_grant.id", "grant_consent.grant_id")
    .select(["grant_consent.grant_id as grant", "grant_consent.person"])
    .where("observer_grant.space", "=", space)
    .orderBy("grant_consent.given_at")
    .execute();
  return rows.map(({ grant, person }) => ({ grant, person: v.parse(PersonId, person) }));
}

async function loadInvitedUntil(db: Database, space: string): Promise<number | null> {
  const row = await db
    .selectFrom("invitation")
    .select(({ fn }) => fn.max("expires_at").as("until"))
    .where("space", "=", space)
    .where("used_by", "is", null)
    .executeTakeFirst();
  return row?.until ?? null;
}

export const parseRooms = (json: string): RoomPath[] =>
  v.parse(v.array(RoomPath), JSON.parse(json));

export async function createSpace(
  db: Database,
  space: { id: SpaceId; name: string; creator: PersonId; now: number },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto("space")
      .values({ id: space.id, name: space.name, created_at: space.now })
      .execute();
    await seatPartner(trx, { space: space.id, person: space.creator, seat: 1, now: space.now });
  });
}

export async function seatPartner(
  db: Database,
  at: { space: SpaceId; person: PersonId; seat: Seat; now: number },
): Promise<void> {
  await db
    .insertInto("partner")
    .values({ space: at.space, person: at.person, seat: at.seat, joined_at: at.now })
    .execute();
}

export const factsOf = (space: SpaceRecord, now: number): SpaceFacts => ({
  partners: space.partners.map(({ id }) => id),
  grants: space.grants,
  now,
});
