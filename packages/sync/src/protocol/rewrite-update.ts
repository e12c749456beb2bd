import type { DeletedRange, Section } from "./scan-update.ts";
import { concat } from "./writer.ts";

/** The delete set of an update that deletes nothing. */
export const noDeletes = new Uint8Array([0]);

/** A delete set of these ranges. */
export function encodeDeletes(deletes: readonly DeletedRange[]): Uint8Array {
  const clients = Map.groupBy(deletes, ({ client }) => client);
  const numbers = [clients.size];
  for (const [client, ranges] of clients) {
    numbers.push(client, ranges.length);
    for (const { clock, end } of ranges) numbers.push(clock, end - clock);
  }
  return concat(numbers, []);
}

/** The update with only these sections of its own, byte for byte, and this delete set. */
export function keepSections(
  update: Uint8Array,
  kept: readonly Section[],
  deletes: Uint8Array,
): Uint8Array {
  const parts = kept.map((section) => update.subarray(section.byteStart, section.byteEnd));
  return concat([kept.length], [...parts, deletes]);
}
