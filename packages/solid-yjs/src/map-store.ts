import { onCleanup } from "solid-js";
import { createStore, produce } from "solid-js/store";
import * as Y from "yjs";

/** A Y.Map's values as they are: nobody has checked them, so they stay unknown until parsed. */
export interface RawRecord {
  readonly [key: string]: unknown;
}

type Draft = Record<string, unknown>;

/** No list lies deeper than this; what somebody has nested further is left out. */
const deepest = 4;

/**
 * A Y.Map of Y.Maps as a fine-grained store: a Y.Text is a string, a nested Y.Map a record, plain
 * JSON is itself; rich text and arrays are left out. One Yjs transaction is one batch that
 * touches only the keys that changed. Ends with its owner.
 */
export function createMapStore(root: Y.Map<unknown>): RawRecord {
  const [store, setStore] = createStore<Draft>(recordOf(root, deepest));
  const follow = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): void =>
    setStore(
      produce((draft) => {
        for (const event of events) applyEvent(draft, event);
      }),
    );
  root.observeDeep(follow);
  onCleanup(() => root.unobserveDeep(follow));
  return store;
}

/** Yjs gives events of outer types first, and none of types that are deleted by now. */
function applyEvent(draft: Draft, event: Y.YEvent<Y.AbstractType<unknown>>): void {
  const target: unknown = event.target;
  if (isNew(event)) return;
  if (target instanceof Y.Map) {
    const record = recordAt(draft, event.path);
    if (!record) return;
    const depth = deepest - event.path.length;
    for (const key of event.keys.keys()) assign(record, key, target, depth);
  } else if (target instanceof Y.Text) {
    const key = event.path.at(-1);
    const record = recordAt(draft, event.path.slice(0, -1));
    if (record && typeof key === "string" && key in record) record[key] = target.toJSON();
  }
}

/** What came with this transaction was projected whole when its parent was. */
function isNew(event: Y.YEvent<Y.AbstractType<unknown>>): boolean {
  const item = event.target._item;
  return item !== null && event.adds(item);
}

function recordAt(draft: Draft, path: readonly (string | number)[]): Draft | null {
  let record = draft;
  for (const key of path) {
    const next = record[key];
    if (!isRecord(next)) return null;
    record = next;
  }
  return record;
}

const isRecord = (value: unknown): value is Draft =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function recordOf(map: Y.Map<unknown>, depth: number): Draft {
  const record: Draft = {};
  for (const key of map.keys()) assign(record, key, map, depth);
  return record;
}

function assign(record: Draft, key: string, map: Y.Map<unknown>, depth: number): void {
  if (key === "__proto__") return;
  const value = valueOf(map.get(key), depth);
  if (value === undefined) delete record[key];
  else record[key] = value;
}

/** Undefined stands for what is not there, and for what a store cannot show. */
function valueOf(value: unknown, depth: number): unknown {
  if (value instanceof Y.XmlText || value instanceof Y.XmlHook) return undefined;
  if (value instanceof Y.Text) return value.toJSON();
  if (value instanceof Y.Map) return depth > 1 ? recordOf(value, depth - 1) : undefined;
  return value instanceof Y.AbstractType ? undefined : value;
}
