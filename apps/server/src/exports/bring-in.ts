import { newSpaceId, type PersonId, type SpaceId } from "@concord/domain/ids";
import { roomName } from "@concord/domain/rooms";

import type { Services } from "../services.ts";
import { createSpace } from "../spaces/store.ts";
import type { ImportPlan } from "./read-import.ts";

interface Bringing extends Pick<Services, "db" | "clock"> {
  readonly rooms: Pick<Services["rooms"], "write">;
  readonly access: Pick<Services["access"], "changed">;
}

/** Written at once, into one batch of the log. */
const together = 32;

/**
 * Makes a new space of an import, all of it or nothing. The space itself comes last: until then
 * its rooms belong to nobody, under a name that nobody knows, and none can be entered.
 */
export async function bringIn(
  { db, rooms, access, clock }: Bringing,
  { name, documents }: ImportPlan,
  importer: PersonId,
): Promise<SpaceId> {
  const space = newSpaceId();
  for (let at = 0; at < documents.length; at += together) {
    const batch = documents.slice(at, at + together);
    await Promise.all(
      batch.map(({ path, update }) => rooms.write(roomName({ space, path }), importer, update)),
    );
  }
  await createSpace(db, { id: space, name, creator: importer, now: clock.now() });
  await access.changed(space);
  return space;
}
