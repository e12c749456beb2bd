import { type Sectioned, joinUpdates } from "../protocol/join-updates.ts";
import {
  type DeletedRange,
  type Section,
  type UpdateScan,
  scanUpdate,
} from "../protocol/scan-update.ts";
import { encodeStateVector, type StateVector } from "../protocol/state-vector.ts";
import { concat } from "../protocol/writer.ts";
import { ClientIntervals } from "./intervals.ts";
import { mergeAll } from "./merge.ts";
import { missingFor } from "./missing.ts";

/** An update, and where each client's structs are in it. */
export interface Piece {
  readonly update: Uint8Array;
  readonly sections: readonly Section[];
}

/** A piece that is on disk, by its place in the log. */
export interface StoredPiece extends Piece {
  readonly seq: number;
}

const nothing: Sectioned = { update: new Uint8Array([0, 0]), sections: [], deletesStart: 1 };

/**
 * What a room's document consists of, without building it: which clocks are known, and the bytes
 * that hold them. Bytes are put together only when somebody asks for them.
 */
export class DocumentState {
  /** Everything accepted, shown to others or not. */
  readonly structs = new ClientIntervals();
  /** Everything shown. */
  readonly deleted = new ClientIntervals();
  /** Durable, as one, up to a seq; then what came after, and what is on its way to the log. */
  #base = nothing;
  #baseSeq = 0;
  #stored: StoredPiece[] = [];
  readonly #onTheWay = new Set<Piece>();
  /** What is deleted, as many who come back at once are told of it. */
  #deleteSet: Uint8Array | null = null;
  #bytes = 0;

  get bytes(): number {
    return this.#bytes;
  }

  /** Notes what an accepted update brings; it is shown later, if not at once. */
  learn({ sections }: Pick<UpdateScan, "sections">): void {
    for (const { client, ranges } of sections) {
      for (const { clock, end } of ranges) this.structs.add(client, clock, end);
    }
  }

  /** Makes an update part of what others get. */
  show(piece: Piece, deletes: readonly DeletedRange[]): void {
    this.#delete(deletes);
    this.#onTheWay.add(piece);
    this.#bytes += piece.update.length;
  }

  /** Some of what is shown is on disk: held from now on as it is there. */
  settle(pieces: readonly Piece[], stored: readonly StoredPiece[]): void {
    for (const piece of pieces) {
      this.#onTheWay.delete(piece);
      this.#bytes -= piece.update.length;
    }
    for (const { seq, update, sections } of stored) {
      this.#stored.push({ seq, update, sections });
      this.#bytes += update.length;
    }
  }

  /** Takes in what the log has, in its order. */
  restore(stored: readonly Omit<StoredPiece, "sections">[]): void {
    const scans = stored.map(({ update }) => scanned(update));
    for (const scan of scans) this.learn(scan);
    this.#delete(scans.flatMap(({ deletes }) => deletes));
    this.#stored = stored.map(({ update, seq }, i) => ({
      update,
      seq,
      sections: scans[i]?.sections ?? [],
    }));
    this.#measure();
  }

  /** All that is shown, as one update. */
  whole(): Uint8Array {
    return this.#whole().update;
  }

  /** What somebody with `vector` lacks. */
  missing(vector: StateVector): Uint8Array {
    if (this.structs.isCoveredBy(vector)) return concat([0], [this.#encodeDeleted()]);
    return missingFor(this.#whole(), vector);
  }

  /** Holds what is durable as compactly as it can: small pieces take more than their bytes. */
  pack(): void {
    this.#whole();
    this.#deleteSet = null;
  }

  vector(): Uint8Array {
    return encodeStateVector(this.structs.vector());
  }

  /** Takes a snapshot for everything durable up to `seq`, unless more has been put together. */
  replace(snapshot: Uint8Array, seq: number): void {
    if (this.#baseSeq > seq) return;
    this.#base = sectioned(snapshot);
    this.#baseSeq = seq;
    this.#stored = this.#stored.filter((piece) => piece.seq > seq);
    this.#measure();
  }

  /** What is durable becomes one for good; what isn't may yet be lost. */
  #whole(): Sectioned {
    const last = this.#stored.at(-1);
    if (last) {
      this.#base = this.#join(this.#baseSeq === 0 ? this.#stored : [this.#base, ...this.#stored]);
      this.#baseSeq = last.seq;
      this.#stored = [];
      this.#measure();
    }
    return this.#onTheWay.size === 0 ? this.#base : this.#join([this.#base, ...this.#onTheWay]);
  }

  #join(updates: readonly Omit<Sectioned, "deletesStart">[]): Sectioned {
    const joined = joinUpdates(updates, this.#encodeDeleted());
    if (joined) return joined;
    return sectioned(mergeAll(updates.map(({ update }) => update)));
  }

  #delete(ranges: readonly DeletedRange[]): void {
    if (ranges.length === 0) return;
    this.deleted.addAll(ranges);
    this.#deleteSet = null;
  }

  #encodeDeleted(): Uint8Array {
    return (this.#deleteSet ??= this.deleted.encode());
  }

  #measure(): void {
    this.#bytes = this.#base.update.length;
    for (const { update } of [...this.#stored, ...this.#onTheWay]) this.#bytes += update.length;
  }
}

function sectioned(update: Uint8Array): Sectioned {
  const { sections, deletesStart } = scanned(update);
  return { update, sections, deletesStart };
}

function scanned(update: Uint8Array): UpdateScan {
  const scan = scanUpdate(update);
  if (scan.kind === "refused") throw new Error(`the log holds a broken update: ${scan.why}`);
  return scan;
}
