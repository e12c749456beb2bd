import { type EntryId, isEntryId } from "./ids.ts";
import { compareOrder, type Ordered } from "./order.ts";

/**
 * What a document holds, as plain values that nobody has checked: a `toJSON()` of it, or a
 * reactive store. It is asked for again at each reading, so that a view over a store stays fine-
 * grained: whoever reads one field depends on that field alone.
 */
export type Raw = () => unknown;

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export function field(raw: unknown, key: string): unknown {
  return isFields(raw) ? raw[key] : undefined;
}

export function stringOf(raw: unknown): string {
  return typeof raw === "string" ? raw : "";
}

/**
 * The entries of a list, sorted, each as a view. An entry keeps its view for as long as it is
 * there, so that a list keyed by reference keeps what it drew for it.
 */
export function entryViews<View extends Ordered>(
  raw: Raw,
  viewOf: (id: EntryId, raw: Raw) => View,
): () => readonly View[] {
  let known = new Map<string, View>();
  return () => {
    const entries = raw();
    const present = new Map<string, View>();
    for (const key of isFields(entries) ? Object.keys(entries) : []) {
      if (!isEntryId(key) || !isFields(field(entries, key))) continue;
      present.set(key, known.get(key) ?? viewOf(key, () => field(raw(), key)));
    }
    known = present;
    return sortViews([...present.values()]);
  };
}

/** Reads each key once: over a store, a reading costs more than a comparison. */
function sortViews<View extends Ordered>(views: readonly View[]): readonly View[] {
  return views
    .map((view) => ({ id: view.id, order: view.order, view }))
    .toSorted(compareOrder)
    .map(({ view }) => view);
}
