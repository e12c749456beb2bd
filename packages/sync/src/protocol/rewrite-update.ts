import type { Section, UpdateScan } from "./scan-update.ts";
import { concat } from "./writer.ts";

/** The delete set of an update that deletes nothing. */
export const noDeletes = new Uint8Array([0]);

/** The update with only these sections of its own, byte for byte, and its deletions if wanted. */
export function keepSections(
  update: Uint8Array,
  scan: UpdateScan,
  kept: readonly Section[],
  withDeletes: boolean,
): Uint8Array {
  const parts = kept.map((section) => update.subarray(section.byteStart, section.byteEnd));
  parts.push(withDeletes ? update.subarray(scan.deletesStart) : noDeletes);
  return concat([kept.length], parts);
}
