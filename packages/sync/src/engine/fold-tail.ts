import type { RoomLog } from "../ports.ts";
import type { Compactor } from "./compaction.ts";
import { foldHistory } from "./history.ts";
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

interface FoldContext {
  readonly log: RoomLog;
  readonly compactor: Compactor;
  readonly limits: Limits;
}

/**
 * Replaces the log's entries of a room by a snapshot: made from the log's own rows, so that it
 * never holds more than what it replaces.
 */
export async function foldTail(room: Room, context: FoldContext): Promise<void> {
  const { log, compactor, limits } = context;
  // Tried again only once as much has come in anew: a gap may stay for long.
  room.tail = { entries: 0, bytes: 0 };
  const shown = room.isSettled ? { seq: room.lastSeq, merged: room.state.merged() } : null;
  const { snapshot, tail } = await log.load(room.name);
  const last = tail.at(-1);
  if (!last) return;
  const updates = tail.map(({ update }) => update);
  const compacted = await compactor(snapshot ? [snapshot.update, ...updates] : updates);
  if (!compacted) return;
  const history = limits.historyKept > 0 ? foldHistory(tail, limits.historyPause) : [];
  if (!(await log.compact(room.name, last.seq, compacted, history))) return;
  room.snapshotBytes = compacted.length;
  if (shown?.seq === last.seq) room.compacted(shown.merged, compacted);
}
