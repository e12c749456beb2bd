import type { Range, Section } from "./scan-update.ts";
import { concat, uintLength } from "./writer.ts";

/** An update, and where each client's structs and the delete set are in it. */
export interface Sectioned {
  readonly update: Uint8Array;
  readonly sections: readonly Section[];
  readonly deletesStart: number;
}

/** One client's structs, piece by piece as they follow one another. */
interface Run {
  readonly first: Section;
  end: number;
  structs: number;
  readonly pieces: Uint8Array[];
  readonly ranges: Range[];
}

/**
 * One update with all structs of these, put together from their bytes without reading one: copying
 * is all it costs. Null where a client's clocks don't simply go on from one update to the next,
 * which takes a merge. `deletes` is the delete set that it gets.
 */
export function joinUpdates(
  updates: readonly Omit<Sectioned, "deletesStart">[],
  deletes: Uint8Array,
): Sectioned | null {
  const runs = new Map<number, Run>();
  for (const { update, sections } of updates) {
    for (const section of sections) if (!continueRun(runs, update, section)) return null;
  }
  return write(
    [...runs.values()].sort((a, b) => b.first.client - a.first.client),
    deletes,
  );
}

function continueRun(runs: Map<number, Run>, update: Uint8Array, section: Section): boolean {
  const { client, clock, end, structs, structsStart, byteEnd } = section;
  const piece = update.subarray(structsStart, byteEnd);
  const run = runs.get(client);
  if (!run) {
    runs.set(client, {
      first: section,
      end,
      structs,
      pieces: [piece],
      ranges: [...section.ranges],
    });
    return true;
  }
  if (run.end !== clock) return false;
  run.end = end;
  run.structs += structs;
  run.pieces.push(piece);
  addRanges(run.ranges, section.ranges);
  return true;
}

function addRanges(ranges: Range[], more: readonly Range[]): void {
  for (const range of more) {
    const last = ranges.at(-1);
    if (last?.end === range.clock)
      ranges[ranges.length - 1] = { clock: last.clock, end: range.end };
    else ranges.push(range);
  }
}

function write(runs: readonly Run[], deletes: Uint8Array): Sectioned {
  const sections: Section[] = [];
  const parts: Uint8Array[] = [];
  let at = uintLength(runs.length);
  for (const { first, end, structs, pieces, ranges } of runs) {
    const { client, clock } = first;
    const head = concat([structs, client, clock], []);
    const structsStart = at + head.length;
    const byteEnd = pieces.reduce((sum, { length }) => sum + length, structsStart);
    sections.push({ client, clock, end, ranges, structs, structsStart, byteStart: at, byteEnd });
    parts.push(head);
    // One by one: a call takes only so many arguments.
    for (const piece of pieces) parts.push(piece);
    at = byteEnd;
  }
  return { update: concat([runs.length], [...parts, deletes]), sections, deletesStart: at };
}
