import { mergeUpdates } from "yjs";

/** Yjs' merge sorts all its inputs at every struct: few at a time keeps it linear. */
const fanIn = 16;

/** Merges any number of updates, in a tree. */
export function mergeAll(updates: readonly Uint8Array[]): Uint8Array {
  let level = [...updates];
  while (level.length > 1) {
    const next: Uint8Array[] = [];
    for (let i = 0; i < level.length; i += fanIn)
      next.push(mergeUpdates(level.slice(i, i + fanIn)));
    level = next;
  }
  return level[0] ?? new Uint8Array([0, 0]);
}
