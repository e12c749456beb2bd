import * as Y from "yjs";
import { type EntryId } from "./ids.ts";
import { type Ordered, type Place } from "./order.ts";
/** A list in a document: id → entry. An array would duplicate an entry that two people move. */
export type Entries = Y.Map<unknown>;
export type Entry = Y.Map<unknown>;
export declare function entryIn(entries: Entries, id: EntryId): Entry | null;
export declare function mapAt(map: Y.Map<unknown>, key: string): Y.Map<unknown> | null;
export declare function textAt(map: Y.Map<unknown> | null, key: string): Y.Text | null;
/** Ids and keys of all that is an entry, in the order that everybody sees. */
export declare function sortedEntries(entries: Entries): Ordered[];
/**
 * Puts a new entry behind `after`, or last. Does nothing where the id is taken: a command that
 * is given twice must not wipe what was written since the first time.
 */
export declare function insertEntry(
  entries: Entries,
  id: EntryId,
  fields: Readonly<Record<string, unknown>>,
  after?: EntryId,
): void;
export declare function moveEntry(entries: Entries, id: EntryId, place: Place): void;
/** A new text with its first words. */
export declare const newText: (words?: string) => Y.Text;
/** Sets a field of an entry that is still there, unless it has that value already. */
export declare function setField(entry: Entry | null, key: string, value: unknown): void;
