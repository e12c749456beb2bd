import { generateKeyBetween, generateNKeysBetween } from "fractional-indexing";

import type { EntryId } from "./ids.ts";

/** An entry's place: a fractional index. Two people may choose the same one; the id decides. */
export interface Ordered {
  readonly id: EntryId;
  readonly order: string;
}

/** Where a missing or broken key puts an entry, the same on every device. */
const fallback = generateKeyBetween(null, null);
/** The library recurses once a character: a longer key from outside would exhaust the stack. */
const longestRead = 1000;
/** Beyond this, keys of the whole list are chosen anew. */
const longestWritten = 200;

export function parseOrder(raw: unknown): string {
  return typeof raw === "string" && isOrder(raw) ? raw : fallback;
}

/** What the library takes, told without making a key: this runs for every entry of every list. */
function isOrder(key: string): boolean {
  if (key.length > longestRead || !/^[A-Za-z][0-9A-Za-z]+$/.test(key)) return false;
  const integer = integerLength(key.charCodeAt(0));
  if (key.length === integer) return key !== smallest;
  return key.length > integer && !key.endsWith("0");
}

/** A key's first letter says how long its integer part is: a is 2, b is 3; Z is 2, Y is 3. */
const integerLength = (head: number): number => (head >= 97 ? head - 97 + 2 : 90 - head + 2);

const smallest = `A${"0".repeat(26)}`;

/** By code unit, not by locale: the order must be the same on every device. */
export function compareOrder(a: Ordered, b: Ordered): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

/** Where an entry goes: beside another one, or one place up or down. */
export type Place = { readonly before: EntryId } | { readonly after: EntryId } | "up" | "down";

/**
 * The index in `others` (sorted, without the moved entry) that a place names. Null where there is
 * nothing to do: the neighbour has gone, or the entry is first or last already.
 */
export function indexOf(others: readonly Ordered[], from: number, place: Place): number | null {
  if (place === "up") return from > 0 ? from - 1 : null;
  if (place === "down") return from < others.length ? from + 1 : null;
  const neighbour = "before" in place ? place.before : place.after;
  const found = others.findIndex((entry) => entry.id === neighbour);
  if (found < 0) return null;
  return "before" in place ? found : found + 1;
}

/**
 * The keys to write so that an entry stands at `index` of `others` (sorted). The first is its
 * own. Others follow only where they tie and would otherwise come before it.
 */
export function keysAt(
  others: readonly Ordered[],
  index: number,
): { readonly own: string; readonly changed: readonly Ordered[] } {
  const left = others[index - 1]?.order ?? null;
  const behind = others.slice(index);
  const free = left === null ? 0 : behind.findIndex((entry) => entry.order > left);
  const tied = behind.slice(0, free < 0 ? behind.length : free);
  const right = behind[tied.length]?.order ?? null;
  const [own = fallback, ...rest] = generateNKeysBetween(left, right, tied.length + 1);
  if (own.length > longestWritten) return spreadOut(others, index);
  return { own, changed: tied.map((entry, at) => ({ id: entry.id, order: rest[at] ?? own })) };
}

function spreadOut(others: readonly Ordered[], index: number): ReturnType<typeof keysAt> {
  const keys = generateNKeysBetween(null, null, others.length + 1);
  const own = keys[index] ?? fallback;
  const rest = keys.toSpliced(index, 1);
  return { own, changed: others.map((entry, at) => ({ id: entry.id, order: rest[at] ?? own })) };
}
