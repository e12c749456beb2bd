import type { HistoryPart, LogEntry, StoredHistory, StoredRoom } from "@concord/sync/ports";

/**
 * A batch of appends as it crosses to the worker: a few large things, since each object and each
 * string costs about as much as storing an entry does.
 */
export interface PackedBatch {
  /** Each entry's room, and its author, one a line: neither holds a line's end. */
  readonly rooms: string;
  readonly authors: string;
  /** For each entry: when, how many bytes, how many binds, and these. */
  readonly numbers: Float64Array<ArrayBuffer>;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export type Request =
  | { readonly id: number; readonly kind: "load"; readonly room: string }
  | { readonly id: number; readonly kind: "append"; readonly batch: PackedBatch }
  | {
      readonly id: number;
      readonly kind: "compact";
      readonly room: string;
      readonly upTo: number;
      readonly snapshot: Uint8Array;
      readonly history: readonly HistoryPart[];
    }
  | { readonly id: number; readonly kind: "history"; readonly room: string }
  | {
      readonly id: number;
      readonly kind: "forget";
      readonly room: string;
      readonly upTo: number;
      readonly base: Uint8Array;
    }
  | { readonly id: number; readonly kind: "older-than"; readonly before: number }
  | {
      readonly id: number;
      readonly kind: "disown";
      readonly path: string;
      readonly author: string;
      readonly by: string;
    }
  | { readonly id: number; readonly kind: "erase"; readonly path: string }
  | { readonly id: number; readonly kind: "stop" };

/** A room's rows with their bytes; maps don't need to cross, they are rebuilt. */
export interface PackedRoom {
  readonly epoch: string;
  readonly snapshot: StoredRoom["snapshot"];
  readonly tail: readonly LogEntry[];
  readonly authors: readonly (readonly [number, string])[];
}

export interface PackedHistory {
  readonly base: StoredHistory["base"];
  readonly parts: readonly HistoryPart[];
  readonly authors: PackedRoom["authors"];
}

export type Answer =
  | { readonly id: number; readonly kind: "loaded"; readonly room: PackedRoom }
  | { readonly id: number; readonly kind: "appended"; readonly seqs: Float64Array }
  | { readonly id: number; readonly kind: "compacted"; readonly done: boolean }
  | { readonly id: number; readonly kind: "history"; readonly history: PackedHistory }
  | { readonly id: number; readonly kind: "forgotten"; readonly done: boolean }
  | { readonly id: number; readonly kind: "older-than"; readonly rooms: readonly string[] }
  | { readonly id: number; readonly kind: "done" }
  | { readonly id: number; readonly kind: "stopped" }
  | { readonly id: number; readonly kind: "failed"; readonly message: string };
