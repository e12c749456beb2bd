import { GrantId, PersonId, SpaceId } from "@concord/domain/ids";
import type { Seat } from "@concord/domain/people";
import type { GrantFacts, SpaceFacts } from "@concord/domain/roles";
import { RoomPath } from "@concord/domain/rooms";
import type { Partner } from "@concord/domain/spaces/schema";
import { sql } from "kysely";
import * as v from "valibot";

import type { Database } from "../store/database.ts";

/** A space as the database has it: who its partners are, and every grant that was not withdrawn. */
export interface SpaceRecord {
  readonly id: SpaceId;
  readonly name: string;
  readonly partners: readonly Partner[];
  /** Who was a partner and has left: their names stay by what they wrote (S16). */
  readonly left: readonly Partner[];
  readonly closed: boolean;
  readonly grants: readonly GrantRecord[];
  /** When the last open invitation ends, or null. */
  readonly invitedUntil: number | null;
}

export interface GrantRecord extends GrantFacts {
  readonly id: GrantId;
  readonly observerName: string | null;
}

const personRow = { id: PersonId, name: v.string(), number: v.picklist([1, 2]) };

/** Everything of a space as rows of one shape, so that one statement reads it. */
const SpaceRow = v.variant("kind", [
  v.object({ kind: v.literal("space"), id: SpaceId, name: v.string(), number: v.number() }),
  v.object({ kind: v.literal("partner"), ...personRow }),
  v.object({ kind: v.literal("left"), ...personRow }),
  v.object({
    kind: v.literal("grant"),
    id: GrantId,
    name: v.nullable(v.string()),
    number: v.number(),
    person: v.nullable(PersonId),
    rooms: v.string(),
  }),
  v.object({ kind: v.literal("consent"), id: GrantId, person: PersonId }),
  v.object({ kind: v.literal("invited"), number: v.nullable(v.number()) }),
]);
type SpaceRow = v.InferOutput<typeof SpaceRow>;

/**
 * Read in one statement: what it says held all at one moment, and whoever reads later reads newer
 * facts. A verdict passed right after this is never overtaken by a newer one.
 */
export async function loadSpace(db: Database, id: string): Promise<SpaceRecord | null> {
  const { rows } = await sql`
    select 'space' as kind, id, name, closed as number, null as person, null as rooms, 0 as nth
      from space where id = ${id}
    union all
    select 'partner', u.id, u.name, p.seat, null, null, p.seat
      from partner p join "user" u on u.id = p.person where p.space = ${id}
    union all
    select 'left', u.id, u.name, f.seat, null, null, f.seat
      from former_partner f join "user" u on u.id = f.person where f.space = ${id}
    union all
    select 'grant', g.id, u.name, g.until, g.observer, g.rooms, g.created_at
      from observer_grant g left join "user" u on u.id = g.observer
      where g.space = ${id} and g.revoked_at is null
    union all
    select 'consent', c.grant_id, null, null, c.person, null, c.given_at
      from grant_consent c join observer_grant g on g.id = c.grant_id where g.space = ${id}
    union all
    select 'invited', null, null, max(expires_at), null, null, 0
      from invitation where space = ${id} and used_by is null
    order by nth`.execute(db);
  return spaceOf(rows.map((row) => v.parse(SpaceRow, row)));
}

function spaceOf(rows: readonly SpaceRow[]): SpaceRecord | null {
  const of = <Kind extends SpaceRow["kind"]>(kind: Kind) =>
    rows.filter((row): row is Extract<SpaceRow, { kind: Kind }> => row.kind === kind);
  const [space] = of("space");
  if (!space) return null;
  const consents = of("consent");
  return {
    id: space.id,
    name: space.name,
    partners: of("partner").map(({ id, name, number }) => ({ id, name, seat: number })),
    left: of("left").map(({ id, name, number }) => ({ id, name, seat: number })),
    closed: space.number === 1,
    grants: of("grant").map(({ id, name, number, person, rooms }) => ({
      id,
      observer: person,
      observerName: name,
      rooms: parseRooms(rooms),
      until: number,
      consents: consents.filter((consent) => consent.id === id).map(({ person }) => person),
      revoked: false,
    })),
    invitedUntil: of("invited")[0]?.number ?? null,
  };
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
  left: space.left.map(({ id }) => id),
  closed: space.closed,
  grants: space.grants,
  now,
});
