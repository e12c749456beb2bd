import type { EntryId } from "@concord/domain/ids";
import type { Place } from "@concord/domain/order";

/**
 * A place in the whole list for a place among the entries that one sees of it: one up is before
 * the one above in sight, whatever stands between them out of sight. Null where it stays.
 */
export function placeAmong(
  seen: readonly { readonly id: EntryId }[],
  id: EntryId,
  place: Place,
): Place | null {
  if (typeof place === "object") return place;
  const at = seen.findIndex((entry) => entry.id === id);
  const neighbour = at < 0 ? undefined : seen[place === "up" ? at - 1 : at + 1];
  if (!neighbour) return null;
  return place === "up" ? { before: neighbour.id } : { after: neighbour.id };
}
