import type { DeletedRange } from "../protocol/scan-update.ts";
import type { Ownership } from "./ownership.ts";
import type { DocumentState } from "./state.ts";

/**
 * Parts deletions of another person's clocks that the room doesn't hold from the rest (SPEC A9):
 * they would take words away that are yet to be written.
 */
export function splitDeletes(
  deletes: readonly DeletedRange[],
  author: string,
  ownership: Ownership,
  state: DocumentState,
): { readonly allowed: readonly DeletedRange[]; readonly early: readonly DeletedRange[] } {
  const allowed: DeletedRange[] = [];
  const early: DeletedRange[] = [];
  for (const range of deletes) {
    const { client, clock, end } = range;
    if (ownership.isFree(client, author) || state.structs.covers(client, clock, end)) {
      allowed.push(range);
      continue;
    }
    let at = clock;
    for (const piece of state.structs.missing(client, clock, end)) {
      if (piece.clock > at) allowed.push({ client, clock: at, end: piece.clock });
      early.push({ client, ...piece });
      at = piece.end;
    }
    if (at < end) allowed.push({ client, clock: at, end });
  }
  return { allowed, early };
}
