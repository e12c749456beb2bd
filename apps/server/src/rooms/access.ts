import { randomInt } from "node:crypto";

import { PersonId, type SpaceId } from "@concord/domain/ids";
import { type AwarenessUser, colorOf } from "@concord/domain/people";
import { isInEffect, roleIn } from "@concord/domain/roles";
import { parseRoom, type Room } from "@concord/domain/rooms";
import type { Admission, Close, Rooms } from "@concord/sync/engine/rooms";
import type { Clock } from "@concord/sync/ports";
import { closeCodes } from "@concord/sync/protocol/close";
import * as v from "valibot";

import type { SignedIn } from "../accounts/session.ts";
import type { ChangeBus } from "../events/bus.ts";
import { openGrants } from "../spaces/standing.ts";
import { factsOf, loadSpace, type SpaceRecord } from "../spaces/store.ts";
import type { Database } from "../store/database.ts";

const hour = 60 * 60 * 1000;

/** Who may be in which room now, decided at the door and again whenever something changes. */
export interface Access {
  /** Null where this person has no business in the room, whether or not it exists. */
  admit(room: Room, signedIn: SignedIn): Promise<Admission | null>;
  /** Counts what could have changed a verdict. An admission of an earlier count is asked again. */
  readonly epoch: () => number;
  /**
   * To be called once a change of a space's partners or grants is committed: ends what is no
   * longer allowed, and tells the open pages of the partners and of the observers it concerns.
   */
  changed(space: SpaceId, concerned?: { readonly observer: PersonId | null }): Promise<void>;
  /** The same after somebody left a space for good; nobody is told but whom it names (S16, S18). */
  left(space: SpaceId, told?: readonly PersonId[]): Promise<void>;
  readonly sessionEnded: (session: string) => void;
}

export function makeAccess(on: {
  db: Database;
  rooms: Rooms;
  bus: ChangeBus;
  clock: Clock;
}): Access {
  const { db, rooms, bus, clock } = on;
  let epoch = 0;
  /** Ends what is no longer allowed in a space. */
  const review = async (id: SpaceId): Promise<SpaceRecord | null> => {
    epoch += 1;
    const space = await loadSpace(db, id);
    rooms.review((name, admission) =>
      space
        ? verdictOn(name, admission, space, clock.now())
        : parseRoom(name)?.space === id
          ? closeCodes.noAccess
          : null,
    );
    return space;
  };
  return {
    epoch: () => epoch,
    async admit(room, signedIn) {
      const space = await loadSpace(db, room.space);
      const admission = space && admissionTo(room, space, signedIn, clock.now());
      // Whoever comes to a closed space finds it closed, a page of theirs that was open included.
      if (admission && space.closed) bus.publish(space.id, [signedIn.person.id], "changed");
      return admission;
    },
    async changed(id, concerned) {
      const space = await review(id);
      if (!space) return;
      const told = concerned ? [concerned] : openGrants(space, clock.now());
      const observers = told.map(({ observer }) => observer);
      const people = [...space.partners.map((partner) => partner.id), ...observers];
      bus.publish(
        id,
        people.filter((person) => person !== null),
        "changed",
      );
    },
    async left(id, told = []) {
      const space = await review(id);
      bus.publish(id, told, "changed");
      if (space?.closed) endWritingLater({ rooms, clock }, id);
    },
    sessionEnded(session) {
      epoch += 1;
      rooms.review((_, admission) => (admission.session === session ? closeCodes.signedOut : null));
      bus.endSession(session);
    },
  };
}

/**
 * What is open in a closed space stays as it is until it is opened anew; but not for ever, and
 * nobody can tell from when it ends when the other left (S16).
 */
function endWritingLater({ rooms, clock }: { rooms: Rooms; clock: Clock }, space: SpaceId): void {
  clock.after(randomInt(hour, 24 * hour), () =>
    rooms.review((name, { role }) =>
      parseRoom(name)?.space === space && role === "writer" ? closeCodes.roleChanged : null,
    ),
  );
}

function admissionTo(
  room: Room,
  space: SpaceRecord,
  { person, session }: SignedIn,
  now: number,
): Admission | null {
  const role = roleIn(room, person.id, factsOf(space, now));
  if (role === "none") return null;
  const seat = space.partners.find(({ id }) => id === person.id)?.seat ?? null;
  const user: AwarenessUser = {
    id: person.id,
    name: person.name,
    seat,
    role: seat === null ? "observer" : "partner",
    color: colorOf(seat),
  };
  const until = seat === null ? lastGrantEnd(room, space, person.id, now) : null;
  return {
    person: person.id,
    session: session.id,
    role,
    // S12: an observer cannot be overlooked. S8: a partner shows themselves, also where they read.
    alwaysShown: seat === null,
    user: { ...user },
    until,
  };
}

/** Several grants may open one room: its reader stays until the last of them ends. */
function lastGrantEnd(room: Room, space: SpaceRecord, person: PersonId, now: number): number {
  const facts = factsOf(space, now);
  const ends = space.grants
    .filter((grant) => grant.observer === person && grant.rooms.includes(room.path))
    .filter((grant) => isInEffect(grant, facts))
    .map(({ until }) => until);
  return Math.max(...ends);
}

function verdictOn(
  name: string,
  admission: Admission,
  space: SpaceRecord,
  now: number,
): Close | null {
  const room = parseRoom(name);
  if (room?.space !== space.id) return null;
  const person = v.parse(PersonId, admission.person);
  const role = roleIn(room, person, factsOf(space, now));
  if (role === "none") return closeCodes.noAccess;
  // The one who is still there is not told by this that, and when, the other left (S16): they
  // find the space closed when they next open something in it.
  if (space.closed) return null;
  if (role !== admission.role) return closeCodes.roleChanged;
  // A later grant took effect: they come back and stay until its end.
  const longer =
    role === "reader" &&
    admission.until !== null &&
    lastGrantEnd(room, space, person, now) > admission.until;
  return longer ? closeCodes.roleChanged : null;
}
