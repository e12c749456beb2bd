import type { RoomLog } from "../ports.ts";
import type { Compactor } from "./compaction.ts";
import type { Limits } from "./limits.ts";
import type { Room } from "./room.ts";

/**
 * Whether a room that is in use should be compacted now: its tail is long, and not small beside
 * the snapshot, or a large document would be gone through for every few words (SPEC C1).
 */
export function isWorthFolding({ tail, snapshotBytes }: Room, limits: Limits): boolean {
  const isLong = tail.entries >= limits.tailEntries || tail.bytes >= limits.tailBytes;
  return isLong && 2 * tail.bytes >= snapshotBytes;
}

/**
 * Replaces the log's entries of a room by a snapshot: made from the log's own rows, so that it
 * never holds more than what it replaces.
 */
export async function foldTail(room: Room, log: RoomLog, compactor: Compactor): Promise<void> {
  // Tried again only once as much has come in anew: a gap may stay for long.
  room.tail = { entries: 0, bytes: 0 };
  const shown = room.isSettled ? { seq: room.lastSeq, merged: room.state.merged() } : null;
  const { snapshot, tail } = await log.load(room.name);
  const last = tail.at(-1);
  if (!last) return;
  const updates = tail.map(({ update }) => update);
  const compacted = await compactor(snapshot ? [snapshot.update, ...updates] : updates);
  if (!compacted || !(await log.compact(room.name, last.seq, compacted))) return;
  room.snapshotBytes = compacted.length;
  if (shown?.seq === last.seq) room.compacted(shown.merged, compacted);
}
