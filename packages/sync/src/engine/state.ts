import { type Sectioned, joinUpdates } from "../protocol/join-updates.ts";
import { type DeletedRange, type UpdateScan, scanUpdate } from "../protocol/scan-update.ts";
import { encodeStateVector, type StateVector } from "../protocol/state-vector.ts";
import { concat } from "../protocol/writer.ts";
import { ClientIntervals } from "./intervals.ts";
import { mergeAll } from "./merge.ts";
import { missingFor } from "./missing.ts";

/** Something shown, and where it is in the log: 0 while it isn't durable. */
export interface Piece {
  readonly update: Uint8Array;
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
  #pieces: Piece[] = [];
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
    this.deleted.addAll(deletes);
    this.#pieces.push(piece);
    this.#bytes += piece.update.length;
  }

  /** Takes in what the log has, in its order. */
  restore(pieces: readonly Piece[]): void {
    const scans = pieces.map(({ update }) => ({ update, ...scanned(update) }));
    for (const scan of scans) this.learn(scan);
    this.deleted.addAll(scans.flatMap(({ deletes }) => deletes));
    const [first] = scans;
    this.#base = first && scans.length === 1 ? withoutDeletes(first) : this.#join(scans);
    this.#baseSeq = pieces.at(-1)?.seq ?? 0;
    this.#bytes = this.#base.update.length;
  }

  /** All that is shown, as one update. */
  whole(): Uint8Array {
    return this.#whole().update;
  }

  /** What somebody with `vector` lacks. */
  missing(vector: StateVector): Uint8Array {
    if (this.structs.isCoveredBy(vector)) return concat([0], [this.deleted.encode()]);
    return missingFor(this.#whole(), vector);
  }

  /** Holds what is durable as compactly as it can: small pieces take more than their bytes. */
  pack(): void {
    this.#whole();
  }

  vector(): Uint8Array {
    return encodeStateVector(this.structs.vector());
  }

  /** Takes a snapshot for everything durable up to `seq`, unless more has been put together. */
  replace(snapshot: Uint8Array, seq: number): void {
    if (this.#baseSeq > seq) return;
    this.#base = sectioned(snapshot);
    this.#baseSeq = seq;
    this.#pieces = this.#pieces.filter((piece) => piece.seq === 0 || piece.seq > seq);
    this.#measure();
  }

  /** What is durable becomes one for good; what isn't may yet be lost. */
  #whole(): Sectioned {
    const durable = this.#pieces.filter(({ seq }) => seq > 0);
    if (durable.length > 0) {
      this.#base = this.#join([this.#base, ...durable.map(({ update }) => sectioned(update))]);
      this.#baseSeq = Math.max(this.#baseSeq, ...durable.map(({ seq }) => seq));
      this.#pieces = this.#pieces.filter(({ seq }) => seq === 0);
      this.#measure();
    }
    if (this.#pieces.length === 0) return this.#base;
    return this.#join([this.#base, ...this.#pieces.map(({ update }) => sectioned(update))]);
  }

  #join(updates: readonly Omit<Sectioned, "deletesStart">[]): Sectioned {
    const joined = joinUpdates(updates, this.deleted.encode());
    if (joined) return joined;
    return sectioned(mergeAll(updates.map(({ update }) => update)));
  }

  #measure(): void {
    const pieces = this.#pieces.reduce((sum, { update }) => sum + update.length, 0);
    this.#bytes = this.#base.update.length + pieces;
  }
}

const sectioned = (update: Uint8Array): Sectioned => withoutDeletes({ update, ...scanned(update) });

/** A large document's deletions are many, and kept as a set. */
const withoutDeletes = ({ update, sections, deletesStart }: Sectioned): Sectioned => ({
  update,
  sections,
  deletesStart,
});

function scanned(update: Uint8Array): UpdateScan {
  const scan = scanUpdate(update);
  if (scan.kind === "refused") throw new Error(`the log holds a broken update: ${scan.why}`);
  return scan;
}
