import type { Range } from "../protocol/scan-update.ts";

/**
 * A set of clocks as disjoint, sorted, half-open ranges in one flat array: [from, to, from, to, …].
 * Nearly always one range that starts at 0 and grows at its end.
 */
export class Intervals {
  readonly #bounds: number[] = [];

  /** The first clock that is missing, counted from 0. */
  get contiguous(): number {
    return this.#bounds[0] === 0 ? (this.#bounds[1] ?? 0) : 0;
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
    let intervals = this.#clients.get(client);
    if (!intervals) this.#clients.set(client, (intervals = new Intervals()));
    intervals.add(from, to);
  }

  /** How far each client is known without a gap. */
  vector(): Map<number, number> {
    const vector = new Map<number, number>();
    for (const [client, { contiguous }] of this.#clients) {
      if (contiguous > 0) vector.set(client, contiguous);
    }
    return vector;
  }
}
