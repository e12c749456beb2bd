import { type EntryId } from "./ids.ts";
import { type Ordered } from "./order.ts";
/**
 * What a document holds, as plain values that nobody has checked: a `toJSON()` of it, or a
 * reactive store. It is asked for again at each reading, so that a view over a store stays fine-
 * grained: whoever reads one field depends on that field alone.
 */
export type Raw = () => unknown;
export declare function field(raw: unknown, key: string): unknown;
export declare function stringOf(raw: unknown): string;
/**
 * The entries of a list, sorted, each as a view. An entry keeps its view for as long as it is
 * there, so that a list keyed by reference keeps what it drew for it.
 */
export declare function entryViews<View extends Ordered>(
  raw: Raw,
  viewOf: (id: EntryId, raw: Raw) => View,
): () => readonly View[];
