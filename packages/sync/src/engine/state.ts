import { diffUpdate } from "yjs";

import { type UpdateScan, scanUpdate } from "../protocol/scan-update.ts";
import { encodeStateVector, type StateVector } from "../protocol/state-vector.ts";
import { ClientIntervals } from "./intervals.ts";
import { mergeAll } from "./merge.ts";

/**
 * What a room's document consists of, without building it: which clocks are known, and the bytes
 * that hold them. Bytes are merged only when somebody asks for them.
 */
export class DocumentState {
  /** Everything accepted, shown to others or not. */
  readonly structs = new ClientIntervals();
  readonly deleted = new ClientIntervals();
  #merged: Uint8Array | null = null;
  #tail: Uint8Array[] = [];
  #bytes = 0;

  get bytes(): number {
    return this.#bytes;
  }

  /** Notes what an accepted update brings. */
  learn(scan: UpdateScan): void {
    for (const { client, ranges } of scan.sections) {
      for (const { clock, end } of ranges) this.structs.add(client, clock, end);
    }
    for (const { client, clock, end } of scan.deletes) this.deleted.add(client, clock, end);
  }

  /** Makes an update part of what others get. */
  show(update: Uint8Array): void {
    this.#tail.push(update);
    this.#bytes += update.length;
  }

  /** Takes in an update from the log. */
  restore(update: Uint8Array): void {
    const scan = scanUpdate(update);
    if (scan.kind === "refused") throw new Error(`the log holds a broken update: ${scan.why}`);
    this.learn(scan);
    this.show(update);
  }

  /** All that is shown, as one update. */
  merged(): Uint8Array {
    if (this.#merged === null || this.#tail.length > 0) {
      this.#merged = mergeAll(this.#merged ? [this.#merged, mergeAll(this.#tail)] : this.#tail);
      this.#tail = [];
      this.#bytes = this.#merged.length;
    }
    return this.#merged;
  }

  /** What somebody with `vector` lacks. */
  missing(vector: StateVector): Uint8Array {
    const merged = this.merged();
    return vector.size === 0 ? merged : diffUpdate(merged, encodeStateVector(vector));
  }

  vector(): Uint8Array {
    return encodeStateVector(this.structs.vector());
  }

  /** Takes `to` for `from`, its equivalent, if that is still what the room starts from. */
  replace(from: Uint8Array, to: Uint8Array): void {
    if (this.#merged !== from) return;
    this.#bytes += to.length - from.length;
    this.#merged = to;
  }
}
