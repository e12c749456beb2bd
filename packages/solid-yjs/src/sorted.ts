import { type Accessor, createMemo } from "solid-js";

/**
 * A list that changes only when its items or their order do, so that what depends on it rests
 * while fields change. `entries` gives the sorted items, each the same object for as long as it
 * is there: `<For>` then moves its rows, with focus and caret, instead of drawing them anew.
 */
export function createSortedEntries<Item>(
  entries: () => readonly Item[],
): Accessor<readonly Item[]> {
  return createMemo(entries, [], { equals: haveSameItems });
}

function haveSameItems<Item>(a: readonly Item[], b: readonly Item[]): boolean {
  return a.length === b.length && a.every((item, at) => item === b[at]);
}
