import * as Y from "yjs";

import { cleanWords } from "./clean-words.ts";
import { type EntryId, isEntryId } from "./ids.ts";
import { compareOrder, indexOf, keysAt, type Ordered, parseOrder, type Place } from "./order.ts";

/** A list in a document: id → entry. An array would duplicate an entry that two people move. */
export type Entries = Y.Map<unknown>;
export type Entry = Y.Map<unknown>;

export function entryIn(entries: Entries, id: EntryId): Entry | null {
  return mapAt(entries, id);
}

export function mapAt(map: Y.Map<unknown>, key: string): Y.Map<unknown> | null {
  const value = map.get(key);
  return value instanceof Y.Map ? value : null;
}

export function textAt(map: Y.Map<unknown> | null, key: string): Y.Text | null {
  const value = map?.get(key);
  return value instanceof Y.Text ? value : null;
}

/** Ids and keys of all that is an entry, in the order that everybody sees. */
export function sortedEntries(entries: Entries): Ordered[] {
  const found: Ordered[] = [];
  for (const [key, value] of entries.entries()) {
    if (isEntryId(key) && value instanceof Y.Map) {
      found.push({ id: key, order: parseOrder(value.get("order")) });
    }
  }
  return found.toSorted(compareOrder);
}

/**
 * Puts a new entry behind `after`, or last. Does nothing where the id is taken: a command that
 * is given twice must not wipe what was written since the first time.
 */
export function insertEntry(
  entries: Entries,
  id: EntryId,
  fields: Readonly<Record<string, unknown>>,
  after?: EntryId,
): void {
  if (entries.has(id)) return;
  const others = sortedEntries(entries);
  const behind = after === undefined ? -1 : others.findIndex((entry) => entry.id === after);
  const own = placeAt(entries, others, behind < 0 ? others.length : behind + 1);
  entries.set(id, new Y.Map<unknown>(Object.entries({ order: own, ...fields })));
}

export function moveEntry(entries: Entries, id: EntryId, place: Place): void {
  const all = sortedEntries(entries);
  const from = all.findIndex((entry) => entry.id === id);
  if (from < 0) return;
  const others = all.toSpliced(from, 1);
  const to = indexOf(others, from, place);
  if (to === null || to === from) return;
  entryIn(entries, id)?.set("order", placeAt(entries, others, to));
}

function placeAt(entries: Entries, others: readonly Ordered[], index: number): string {
  const { own, changed } = keysAt(others, index);
  for (const entry of changed) entryIn(entries, entry.id)?.set("order", entry.order);
  return own;
}

/** A new text with its first words. */
export const newText = (words = ""): Y.Text => new Y.Text(cleanWords(words));

/** Sets a field of an entry that is still there, unless it has that value already. */
export function setField(entry: Entry | null, key: string, value: unknown): void {
  if (entry && entry.get(key) !== value) entry.set(key, value);
}
