import type { HistoryPart, RoomLog } from "../ports.ts";
import type { Compactor } from "./compaction.ts";
import { groupHistory } from "./history.ts";
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

function withUpdate(part: HistoryPart, update: Uint8Array | undefined): HistoryPart {
  if (!update) throw new Error("the compaction left out a part of the history");
  return { ...part, update };
}

/**
 * Replaces the log's entries of a room by a snapshot: made from the log's own rows, so that it
 * never holds more than what it replaces.
 */
export async function foldTail(room: Room, context: FoldContext): Promise<void> {
  const { log, compactor, limits } = context;
  // Tried again only once as much has come in anew: a gap may stay for long.
  room.tail = { entries: 0, bytes: 0 };
  const { snapshot, tail } = await log.load(room.name);
  const last = tail.at(-1);
  if (!last) return;
  const before = snapshot ? [snapshot.update] : [];
  const groups = limits.historyKept > 0 ? groupHistory(tail, limits.historyPause) : [];
  const compacted = await compactor(
    [...before, ...tail.map(({ update }) => update)],
    groups.map(({ indices }) => indices.map((index) => index + before.length)),
  );
  if (!compacted) return;
  const history = groups.map(({ part }, i) => withUpdate(part, compacted.parts[i]));
  if (!(await log.compact(room.name, last.seq, compacted.snapshot, history))) return;
  room.compacted(compacted.snapshot, last.seq);
}
