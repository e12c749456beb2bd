import { PersonId, SpaceId } from "@concord/domain/ids";
import { roomName } from "@concord/domain/rooms";
import * as v from "valibot";

import type { Services } from "../services.ts";
import { loadSpace } from "../spaces/store.ts";

/** Whose the words are of somebody whose account is gone. Nobody has this id. */
export const unknownPerson = v.parse(PersonId, "unknown-person");

/**
 * Takes people whose account is gone out of the rooms of their spaces. What both wrote stays for
 * the one who is still there: each word keeps an author, so that nobody comes to own it, but that
 * is an unknown person now (S18). What the gone one alone wrote goes, and where nobody is left,
 * everything does. What a crash kept from being done is done at the next start.
 */
export async function finishDepartures({
  db,
  rooms,
}: Pick<Services, "db" | "rooms">): Promise<void> {
  for (const departure of await db.selectFrom("departure").selectAll().execute()) {
    const space = v.parse(SpaceId, departure.space);
    const person = v.parse(PersonId, departure.person);
    if (await loadSpace(db, space)) {
      await rooms.erase(roomName({ space, path: `own-goals/${person}` }));
      await rooms.disown(space, person, unknownPerson);
    } else {
      await rooms.erase(space);
    }
    await db
      .deleteFrom("departure")
      .where("space", "=", space)
      .where("person", "=", person)
      .execute();
  }
}
