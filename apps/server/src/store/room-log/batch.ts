import type { Append } from "@concord/sync/ports";

import type { PackedBatch } from "./protocol.ts";

/** Bytes are copied into one fresh buffer that can be handed over: others still send the updates. */
export function packBatch(batch: readonly Append[]): PackedBatch {
  const bytes = new Uint8Array(batch.reduce((length, { update }) => length + update.length, 0));
  const numbers: number[] = [];
  let end = 0;
  for (const { at, update, binds } of batch) {
    bytes.set(update, end);
    end += update.length;
    numbers.push(at, update.length, binds.length, ...binds);
  }
  return {
    rooms: batch.map(({ room }) => oneLine(room)).join("\n"),
    authors: batch.map(({ author }) => oneLine(author)).join("\n"),
    numbers: Float64Array.from(numbers),
    bytes,
  };
}

export function* unpackBatch({ rooms, authors, numbers, bytes }: PackedBatch): Generator<Append> {
  const authorOf = authors.split("\n");
  let at = 0;
  let start = 0;
  const next = (): number => numbers[at++] ?? 0;
  for (const [i, room] of rooms.split("\n").entries()) {
    if (at === numbers.length) return;
    const written = next();
    const end = start + next();
    const binds = Array.from({ length: next() }, next);
    const update = bytes.subarray(start, end);
    yield { room, author: authorOf[i] ?? "", at: written, update, binds };
    start = end;
  }
}

function oneLine(name: string): string {
  if (name.includes("\n")) throw new Error("a room's or an author's name holds a line's end");
  return name;
}
