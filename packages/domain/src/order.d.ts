import type { EntryId } from "./ids.ts";
/** An entry's place: a fractional index. Two people may choose the same one; the id decides. */
export interface Ordered {
  readonly id: EntryId;
  readonly order: string;
}
export declare function parseOrder(raw: unknown): string;
/** By code unit, not by locale: the order must be the same on every device. */
export declare function compareOrder(a: Ordered, b: Ordered): number;
/** Where an entry goes: beside another one, or one place up or down. */
export type Place =
  | {
      readonly before: EntryId;
    }
  | {
      readonly after: EntryId;
    }
  | "up"
  | "down";
/**
 * The index in `others` (sorted, without the moved entry) that a place names. Null where there is
 * nothing to do: the neighbour has gone, or the entry is first or last already.
 */
export declare function indexOf(
  others: readonly Ordered[],
  from: number,
  place: Place,
): number | null;
/**
 * The keys to write so that an entry stands at `index` of `others` (sorted). The first is its
 * own. Others follow only where they tie and would otherwise come before it.
 */
export declare function keysAt(
  others: readonly Ordered[],
  index: number,
): {
  readonly own: string;
  readonly changed: readonly Ordered[];
};
