import type { PersonId } from "./ids.ts";
import { ownerOf, type Room, type RoomPath } from "./rooms.ts";

export type RoomRole = "writer" | "reader" | "none";

/** What one grant says, as far as access goes. `until` is milliseconds since the epoch. */
export interface GrantFacts {
  readonly observer: PersonId | null;
  readonly rooms: readonly RoomPath[];
  readonly consents: readonly PersonId[];
  readonly until: number;
  readonly revoked: boolean;
}

/** Everything that access to a space's rooms depends on, at the moment `now` (ms). */
export interface SpaceFacts {
  readonly partners: readonly PersonId[];
  /** Who was a partner and has left. */
  readonly left: readonly PersonId[];
  /** Somebody has left: what was written stays to be read, and nothing is added any more (S16). */
  readonly closed: boolean;
  readonly grants: readonly GrantFacts[];
  readonly now: number;
}

/** Whether a grant lets its observer in now: both partners consented, it has not ended (S11). */
export function isInEffect(grant: GrantFacts, facts: Omit<SpaceFacts, "grants">): boolean {
  return (
    !facts.closed &&
    !grant.revoked &&
    grant.observer !== null &&
    facts.now < grant.until &&
    new Set(facts.partners).size === 2 &&
    facts.partners.every((partner) => grant.consents.includes(partner))
  );
}

/** The one place where access to a room is decided. `facts` are those of the room's space. */
export function roleIn(room: Room, person: PersonId, facts: SpaceFacts): RoomRole {
  const owner = ownerOf(room.path);
  // What belongs to nobody of this space is no room of it.
  const people = [...facts.partners, ...facts.left];
  if (owner !== null && !people.includes(owner)) return "none";
  if (facts.partners.includes(person)) {
    if (facts.closed) return "reader";
    return owner === null || owner === person ? "writer" : "reader";
  }
  const admitted = facts.grants.some(
    (grant) =>
      grant.observer === person && grant.rooms.includes(room.path) && isInEffect(grant, facts),
  );
  return admitted ? "reader" : "none";
}
