import type { DeletedRange, Range } from "../protocol/scan-update.ts";
import { concat } from "../protocol/writer.ts";

/** So many ranges are added one by one; more are sorted in. */
const mostAddedSingly = 16;

/**
 * A set of clocks as disjoint, sorted, half-open ranges in one flat array: [from, to, from, to, …].
 * Nearly always one range that starts at 0 and grows at its end.
 */
export class Intervals {
  #bounds: number[] = [];

  /** The first clock that is missing, counted from 0. */
  get contiguous(): number {
    return this.#bounds[0] === 0 ? (this.#bounds[1] ?? 0) : 0;
  }

  /** The first clock beyond all. */
  get end(): number {
    return this.#bounds.at(-1) ?? 0;
  }

  *[Symbol.iterator](): Iterator<Range> {
    for (let at = 0; at < this.#bounds.length; at += 2) {
      yield { clock: this.#bounds[at] ?? 0, end: this.#bounds[at + 1] ?? 0 };
    }
  }

  /** How many ranges, and then each one's clock and length: as a delete set has them. */
  numbers(): number[] {
    const numbers = [this.#bounds.length / 2];
    for (let at = 0; at < this.#bounds.length; at += 2) {
      const clock = this.#bounds[at] ?? 0;
      numbers.push(clock, (this.#bounds[at + 1] ?? 0) - clock);
    }
    return numbers;
  }

  covers(from: number, to: number): boolean {
    const bounds = this.#bounds;
    const at = this.#firstEndingAfter(from);
    return (bounds[at] ?? Infinity) <= from && to <= (bounds[at + 1] ?? -1);
  }

  add(from: number, to: number): void {
    const bounds = this.#bounds;
    const last = bounds.length - 1;
    if (bounds[last] === from) {
      bounds[last] = to;
      return;
    }
    let start = from;
    let end = to;
    const first = this.#firstEndingAfter(from - 1);
    let past = first;
    while (past < bounds.length && (bounds[past] ?? 0) <= end) {
      start = Math.min(start, bounds[past] ?? start);
      end = Math.max(end, bounds[past + 1] ?? end);
      past += 2;
    }
    bounds.splice(first, past - first, start, end);
  }

  /** Adds any number of ranges; in order, as they nearly always are, it takes linear time. */
  addAll(ranges: readonly Range[]): void {
    if (ranges.length <= mostAddedSingly) {
      for (const { clock, end } of ranges) this.add(clock, end);
      return;
    }
    const ordered = isOrdered(ranges) ? ranges : ranges.toSorted((a, b) => a.clock - b.clock);
    const old = this.#bounds;
    const bounds: number[] = [];
    let at = 0;
    for (const { clock, end } of ordered) {
      for (; at < old.length && (old[at] ?? 0) < clock; at += 2) extend(bounds, old, at);
      append(bounds, clock, end);
    }
    for (; at < old.length; at += 2) extend(bounds, old, at);
    // A copy has no room to grow, which may be as large as what is there.
    this.#bounds = bounds.slice();
  }

  /** What lies between the ranges, within from…to. */
  missing(from: number, to: number): Range[] {
    const bounds = this.#bounds;
    const missing: Range[] = [];
    let clock = from;
    for (let at = this.#firstEndingAfter(from); (bounds[at] ?? to) < to; at += 2) {
      const start = bounds[at] ?? to;
      if (start > clock) missing.push({ clock, end: start });
      clock = bounds[at + 1] ?? to;
    }
    if (clock < to) missing.push({ clock, end: to });
    return missing;
  }

  /** Index of the first range whose end is beyond `clock`. */
  #firstEndingAfter(clock: number): number {
    let low = 0;
    let high = this.#bounds.length / 2;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#bounds[2 * middle + 1] ?? 0) > clock) high = middle;
      else low = middle + 1;
    }
    return 2 * low;
  }
}

const isOrdered = (ranges: readonly Range[]): boolean =>
  ranges.every(({ clock }, i) => i === 0 || (ranges[i - 1]?.clock ?? 0) <= clock);

const extend = (bounds: number[], from: readonly number[], at: number): void =>
  append(bounds, from[at] ?? 0, from[at + 1] ?? 0);

/** Adds a range that begins no earlier than the last. */
function append(bounds: number[], clock: number, end: number): void {
  const last = bounds.at(-1) ?? -1;
  if (clock > last) bounds.push(clock, end);
  else if (end > last) bounds[bounds.length - 1] = end;
}

/** One set of clocks for each client. */
export class ClientIntervals {
  readonly #clients = new Map<number, Intervals>();

  covers(client: number, from: number, to: number): boolean {
    return this.#clients.get(client)?.covers(from, to) ?? false;
  }

  missing(client: number, from: number, to: number): Range[] {
    return this.#clients.get(client)?.missing(from, to) ?? [{ clock: from, end: to }];
  }

  add(client: number, from: number, to: number): void {
    this.#of(client).add(from, to);
  }

  /** Whether somebody who knows each client up to the vector's clock knows all of it. */
  isCoveredBy(vector: ReadonlyMap<number, number>): boolean {
    for (const [client, { end }] of this.#clients) {
      if ((vector.get(client) ?? 0) < end) return false;
    }
    return true;
  }

  /** In any order; client by client, as a delete set has them, is quickest. */
  addAll(ranges: readonly DeletedRange[]): void {
    const [first] = ranges;
    if (!first) return;
    if (ranges.every(({ client }) => client === first.client)) {
      return this.#of(first.client).addAll(ranges);
    }
    for (const [client, some] of Map.groupBy(ranges, ({ client }) => client)) {
      this.#of(client).addAll(some);
    }
  }

  /** As a delete set. */
  encode(): Uint8Array {
    const parts = [...this.#clients].map(([client, intervals]) =>
      concat([client, ...intervals.numbers()], []),
    );
    return concat([parts.length], parts);
  }

  /** How far each client is known without a gap. */
  vector(): Map<number, number> {
    const vector = new Map<number, number>();
    for (const [client, { contiguous }] of this.#clients) {
      if (contiguous > 0) vector.set(client, contiguous);
    }
    return vector;
  }

  #of(client: number): Intervals {
    let intervals = this.#clients.get(client);
    if (!intervals) this.#clients.set(client, (intervals = new Intervals()));
    return intervals;
  }
}
