import type { Me } from "@concord/domain/accounts/schema";
import { type PersonId, SpaceId } from "@concord/domain/ids";
import { isInEffect } from "@concord/domain/roles";
import * as v from "valibot";

import { standingOf } from "../spaces/standing.ts";
import { factsOf, loadSpace, type SpaceRecord } from "../spaces/store.ts";
import type { Database } from "../store/database.ts";

/** Where a person belongs: the spaces they are a partner of, and those that admitted them. */
export async function meOf(
  db: Database,
  person: { readonly id: PersonId; readonly name: string; readonly email: string },
  now: number,
): Promise<Me> {
  const me: Me = { person, spaces: [], observing: [] };
  for (const id of await spaceIdsOf(db, person.id)) {
    const space = await loadSpace(db, id);
    const standing = space && standingOf(space, person.id, now);
    if (!space || !standing) continue;
    const partners = [...space.partners, ...space.left].map(({ name }) => name);
    const { name, closed } = space;
    if (standing.is === "partner") me.spaces.push({ id: space.id, name, partners, closed });
    else me.observing.push({ space: space.id, partners, ...span(space, standing.grants, now) });
  }
  return me;
}

/** All that somebody observes in one space, as one line: until the last end, in effect if any is. */
function span(space: SpaceRecord, grants: SpaceRecord["grants"], now: number) {
  const facts = factsOf(space, now);
  return {
    until: Math.max(...grants.map(({ until }) => until)),
    inEffect: grants.some((grant) => isInEffect(grant, facts)),
  };
}

async function spaceIdsOf(db: Database, person: PersonId): Promise<readonly SpaceId[]> {
  const joined = await db
    .selectFrom("partner")
    .select("space")
    .where("person", "=", person)
    .orderBy("joined_at")
    .execute();
  const observed = await db
    .selectFrom("observer_grant")
    .select("space")
    .where("observer", "=", person)
    .orderBy("created_at")
    .execute();
  const ids = new Set([...joined, ...observed].map(({ space }) => space));
  return [...ids].map((id) => v.parse(SpaceId, id));
}
