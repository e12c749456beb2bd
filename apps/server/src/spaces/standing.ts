import type { PersonId } from "@concord/domain/ids";
import type { Grant } from "@concord/domain/observers/schema";
import type { Seat } from "@concord/domain/people";
import { isInEffect, roleIn } from "@concord/domain/roles";
import type { RoomPath } from "@concord/domain/rooms";
import type { Space } from "@concord/domain/spaces/schema";

import { Refusal } from "../http/problem.ts";
import type { Database } from "../store/database.ts";
import { factsOf, type GrantRecord, loadSpace, type SpaceRecord } from "./store.ts";

/** What a person is to a space that they may know of. */
export type Standing =
  | { readonly is: "partner"; readonly seat: Seat }
  | { readonly is: "observer"; readonly grants: readonly GrantRecord[] };

/** Null for a stranger, and for an observer all of whose grants have ended. */
export function standingOf(space: SpaceRecord, person: PersonId, now: number): Standing | null {
  const partner = space.partners.find(({ id }) => id === person);
  if (partner) return { is: "partner", seat: partner.seat };
  const grants = openGrants(space, now).filter((grant) => grant.observer === person);
  return grants.length > 0 ? { is: "observer", grants } : null;
}

export const openGrants = (space: SpaceRecord, now: number): readonly GrantRecord[] =>
  space.grants.filter(({ until }) => now < until);

/** The space, for somebody who may know that it exists. To all others it does not (S14). */
export async function spaceFor(
  db: Database,
  at: { space: string; person: PersonId; now: number },
): Promise<{ space: SpaceRecord; standing: Standing }> {
  const space = await loadSpace(db, at.space);
  const standing = space && standingOf(space, at.person, at.now);
  if (!space || !standing) throw new Refusal("no-such-space");
  return { space, standing };
}

export async function spaceForPartner(
  db: Database,
  at: { space: string; person: PersonId; now: number },
): Promise<SpaceRecord> {
  const { space, standing } = await spaceFor(db, at);
  if (standing.is !== "partner") throw new Refusal("not-a-partner");
  return space;
}

/** The space as this person may see it. */
export function viewOf(
  space: SpaceRecord,
  standing: Standing,
  person: PersonId,
  now: number,
): Space {
  const grants = standing.is === "partner" ? openGrants(space, now) : standing.grants;
  const invited =
    space.partners.length < 2 && !space.closed && standing.is === "partner"
      ? space.invitedUntil
      : null;
  return {
    id: space.id,
    name: space.name,
    partners: [...space.partners, ...space.left],
    closed: space.closed,
    you:
      standing.is === "partner"
        ? { role: "partner", id: person, seat: standing.seat }
        : { role: "observer", id: person, rooms: roomsOpenTo(space, person, now) },
    grants: grants.map((grant) => viewOfGrant(space, grant, now)),
    invitedUntil: invited !== null && invited > now ? invited : null,
  };
}

function roomsOpenTo(space: SpaceRecord, person: PersonId, now: number): RoomPath[] {
  const named = new Set(space.grants.flatMap(({ rooms }) => rooms));
  const facts = factsOf(space, now);
  return [...named].filter((path) => roleIn({ space: space.id, path }, person, facts) === "reader");
}

export function viewOfGrant(space: SpaceRecord, grant: GrantRecord, now: number): Grant {
  const { observer, observerName } = grant;
  return {
    id: grant.id,
    observer: observer === null ? null : { id: observer, name: observerName ?? "" },
    rooms: [...grant.rooms],
    until: grant.until,
    consents: [...grant.consents],
    inEffect: isInEffect(grant, factsOf(space, now)),
  };
}
