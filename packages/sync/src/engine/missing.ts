import type { Sectioned } from "../protocol/join-updates.ts";
import { type Section, findStruct } from "../protocol/scan-update.ts";
import type { StateVector } from "../protocol/state-vector.ts";
import { concat } from "../protocol/writer.ts";

/**
 * What of an update somebody with `vector` lacks, cut out of its bytes: structs from the one that
 * holds the first missing clock on (who knows its beginning leaves that out), and all deletions,
 * of which a vector says nothing.
 */
export function missingFor(
  { update, sections, deletesStart }: Sectioned,
  vector: StateVector,
): Uint8Array {
  if (vector.size === 0) return update;
  let count = 0;
  const parts: Uint8Array[] = [];
  for (const section of sections) {
    const known = vector.get(section.client) ?? 0;
    if (known >= section.end) continue;
    count += 1;
    if (known <= section.clock) parts.push(update.subarray(section.byteStart, section.byteEnd));
    else parts.push(...from(update, section, known));
  }
  return concat([count], [...parts, update.subarray(deletesStart)]);
}

function from(update: Uint8Array, section: Section, known: number): Uint8Array[] {
  const { clock, byteStart, before } = findStruct(update, section, known);
  const head = concat([section.structs - before, section.client, clock], []);
  return [head, update.subarray(byteStart, section.byteEnd)];
}
