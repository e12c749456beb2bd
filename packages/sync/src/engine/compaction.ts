import * as Y from "yjs";

import { mergeAll } from "./merge.ts";

export interface Compacted {
  readonly snapshot: Uint8Array;
  /** Each group's updates as one, deleted text and all. */
  readonly parts: readonly Uint8Array[];
}

/** Indices of updates that belong together. */
export type Group = readonly number[];

/**
 * Turns a room's whole history, in its order, into an equivalent snapshot, or into null where it
 * must not (SPEC C); and merges groups of it, since going through it all is at hand. Where and for
 * how long is its own affair; a rejection loses nothing.
 */
export type Compactor = (
  updates: readonly Uint8Array[],
  groups?: readonly Group[],
) => Promise<Compacted | null>;

/**
 * Through a collected document, so that what was deleted is gone. Gives null while something
 * that the history refers to is missing, or if the snapshot doesn't replay to the same content.
 */
export function compact(
  updates: readonly Uint8Array[],
  groups: readonly Group[] = [],
): Compacted | null {
  const original = load(mergeAll(updates));
  const { pendingStructs, pendingDs } = original.store;
  if (pendingStructs !== null || pendingDs !== null) return null;
  const snapshot = Y.encodeStateAsUpdate(original);
  if (!isSame(original, load(snapshot))) return null;
  const parts = groups.map((group) => mergeAll(group.flatMap((index) => updates[index] ?? [])));
  return { snapshot, parts };
}

/** For tests, and for rooms that are small: everybody waits meanwhile. */
export const compactInProcess: Compactor = async (updates, groups) => compact(updates, groups);

function load(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc({ gc: true });
  Y.applyUpdate(doc, update);
  return doc;
}

function isSame(a: Y.Doc, b: Y.Doc): boolean {
  return Y.equalSnapshots(Y.snapshot(a), Y.snapshot(b)) && contentOf(a) === contentOf(b);
}

/** Everything that is left to see of a document, as one text, whatever its types are. */
export function contentOf(doc: Y.Doc): string {
  const roots = [...doc.share].map(([name, type]) => [name, describe(type)] as const);
  // Turned into text once, at the end: text within text would double its quotes at every level.
  return JSON.stringify(roots.filter(([, content]) => !isEmpty(content)).sort(byName));
}

const byName = (a: readonly [string, unknown], b: readonly [string, unknown]): number =>
  a[0] < b[0] ? -1 : 1;

/** What a Yjs type of any kind holds: a list of items, and the latest item of each key. */
interface Container {
  readonly _start: Y.Item | null;
  readonly _map: ReadonlyMap<string, Y.Item>;
}

interface Content {
  readonly list: readonly unknown[];
  readonly entries: readonly (readonly [string, unknown])[];
}

const isEmpty = ({ list, entries }: Content): boolean => list.length + entries.length === 0;

function describe(type: Container): Content {
  const list: unknown[] = [];
  for (let item = type._start; item !== null; item = item.right) {
    if (!item.deleted) for (const part of describeItem(item)) list.push(part);
  }
  const keys = [...type._map].filter(([, item]) => !item.deleted);
  const entries = keys.map(([key, item]) => [key, describeItem(item)] as const);
  return { list, entries: entries.sort(byName) };
}

function describeItem(item: Y.Item): unknown[] {
  const { content } = item;
  if (content instanceof Y.ContentType) return [describe(content.type)];
  if (content instanceof Y.ContentFormat) return [{ format: [content.key, content.value] }];
  return content.getContent().map((value: unknown) => stable(value));
}

/** Bytes and numbers beyond JSON keep their difference. */
function stable(value: unknown): string {
  if (value instanceof Y.Doc) return `document ${value.guid}`;
  return JSON.stringify(value, beyondJson) ?? "undefined";
}

function beyondJson(_key: string, value: unknown): unknown {
  if (typeof value === "bigint") return { bigint: String(value) };
  return value instanceof Uint8Array ? { bytes: [...value] } : value;
}
