import { GrantId, type PersonId, SpaceId } from "@concord/domain/ids";
import type { GrantPreview } from "@concord/domain/observers/schema";
import type { RoomPath } from "@concord/domain/rooms";
import * as v from "valibot";

import { Refusal } from "../http/problem.ts";
import { hashCode } from "../secret-code.ts";
import { loadSpace, parseRooms } from "../spaces/store.ts";
import type { Database } from "../store/database.ts";

const mostOpen = 50;

/** Keeps a grant that its creator has consented to, by creating it. */
export async function addGrant(
  db: Database,
  grant: {
    id: GrantId;
    space: SpaceId;
    creator: PersonId;
    code: string;
    rooms: readonly RoomPath[];
    until: number;
    now: number;
  },
): Promise<void> {
  const { id, space, until, now } = grant;
  await db.transaction().execute(async (trx) => {
    const open = await trx
      .selectFrom("observer_grant")
      .select("id")
      .where("space", "=", space)
      .where("revoked_at", "is", null)
      .where("until", ">", now)
      .execute();
    if (open.length >= mostOpen) throw new Refusal("too-many", "so many grants are open already");
    const row = { id, space, until, created_at: now, observer: null, revoked_at: null };
    const rooms = JSON.stringify([...new Set(grant.rooms)]);
    await trx
      .insertInto("observer_grant")
      .values({ ...row, rooms, code_hash: hashCode(grant.code) })
      .execute();
    await addConsent(trx, { grant: id, person: grant.creator, now });
  });
}

/** Consent given twice is consent given once. */
export async function addConsent(
  db: Database,
  consent: { grant: GrantId; person: PersonId; now: number },
): Promise<void> {
  await db
    .insertInto("grant_consent")
    .values({ grant_id: consent.grant, person: consent.person, given_at: consent.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The grant behind a code, or a refusal that says why it opens nothing any more. */
async function findGrant(db: Database, code: string, now: number) {
  const row = await db
    .selectFrom("observer_grant")
    .selectAll()
    .where("code_hash", "=", hashCode(code))
    .executeTakeFirst();
  if (!row || row.revoked_at !== null) throw new Refusal("grant-invalid");
  if (row.until <= now) throw new Refusal("grant-expired");
  return { ...row, id: v.parse(GrantId, row.id), space: v.parse(SpaceId, row.space) };
}

export async function previewGrant(db: Database, code: string, now: number): Promise<GrantPreview> {
  const row = await findGrant(db, code, now);
  const space = await loadSpace(db, row.space);
  const partners = space?.partners.map(({ name }) => name) ?? [];
  return { partners, rooms: parseRooms(row.rooms), until: row.until };
}

/** Makes the bearer of the code the grant's observer; the same person may come again. */
export async function acceptGrant(
  db: Database,
  accept: { code: string; person: PersonId; now: number },
): Promise<{ id: GrantId; space: SpaceId }> {
  const { code, person, now } = accept;
  return await db.transaction().execute(async (trx) => {
    const { id, space, observer } = await findGrant(trx, code, now);
    const partners = (await loadSpace(trx, space))?.partners ?? [];
    if (partners.some((partner) => partner.id === person)) throw new Refusal("already-partner");
    if (observer !== null && observer !== person) throw new Refusal("grant-used");
    await trx
      .updateTable("observer_grant")
      .set({ observer: person })
      .where("id", "=", id)
      .execute();
    return { id, space };
  });
}

/** Ends a grant for good. Who ended it, and why, is kept nowhere (S13). */
export async function revokeGrant(db: Database, grant: GrantId, now: number): Promise<void> {
  await db
    .updateTable("observer_grant")
    .set({ revoked_at: now })
    .where("id", "=", grant)
    .where("revoked_at", "is", null)
    .execute();
}

export async function wasRevoked(
  db: Database,
  grant: { space: SpaceId; id: string },
): Promise<boolean> {
  const row = await db
    .selectFrom("observer_grant")
    .select("id")
    .where("id", "=", grant.id)
    .where("space", "=", grant.space)
    .where("revoked_at", "is not", null)
    .executeTakeFirst();
  return row !== undefined;
}
