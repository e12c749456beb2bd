import { openDays } from "@concord/domain/check-ins/cadence";
import { readCadence } from "@concord/domain/check-ins/view";
import { newEntryId, type PersonId, type SpaceId } from "@concord/domain/ids";
import { roomName } from "@concord/domain/rooms";
import type { Rooms } from "@concord/sync/engine/rooms";
import * as Y from "yjs";

import type { SpaceRecord } from "../spaces/store.ts";
import type { Database } from "../store/database.ts";
import { addCheckIn, type CheckInRecord, checkInsOf, dayOf } from "./store.ts";

const dayMs = 24 * 60 * 60 * 1000;

interface Opening {
  readonly db: Database;
  readonly rooms: Rooms;
  readonly space: SpaceRecord;
  readonly me: PersonId;
  readonly now: number;
}

/**
 * Opens a check-in of those who are partners now, or finds the one that is open. Whoever was alone
 * when they opened one keeps it to themselves; what both begin is another.
 */
export async function openCheckIn(
  opening: Opening,
): Promise<{ readonly checkIn: CheckInRecord; readonly isNew: boolean }> {
  const { db, space, me, now } = opening;
  const lapsesAt = now + (await daysOpen(opening)) * dayMs;
  const people = space.partners.map(({ id }) => id);
  return await db.transaction().execute(async (trx) => {
    const seen = { space: space.id, me };
    const known = await checkInsOf(trx, seen);
    const open = known.find((one) => isOpen(one, now) && one.people === people.length);
    if (open) return { checkIn: open, isNew: false };
    const id = newEntryId();
    await addCheckIn(trx, { id, space: space.id, people, now, lapsesAt });
    const checkIn = {
      id,
      day: dayOf(now),
      lapsesAt,
      isRevealed: false,
      people: people.length,
      mine: null,
    };
    return { checkIn, isNew: true };
  });
}

export const isOpen = ({ isRevealed, lapsesAt }: CheckInRecord, now: number): boolean =>
  !isRevealed && now < lapsesAt;

/** By the cadence that both have chosen, as the server has it. */
async function daysOpen({ rooms, space }: Opening): Promise<number> {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, await rooms.read(roomOf(space.id)));
  const { every } = readCadence(doc);
  doc.destroy();
  return openDays(every);
}

const roomOf = (space: SpaceId): string => roomName({ space, path: "check-ins" });
