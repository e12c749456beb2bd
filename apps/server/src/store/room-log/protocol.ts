import type { HistoryPart, LogEntry, StoredHistory, StoredRoom } from "@concord/sync/ports";

/** One append as it crosses to the worker: its bytes are a slice of the batch's one buffer. */
export interface PackedAppend {
  readonly room: string;
  readonly author: string;
  readonly at: number;
  readonly start: number;
  readonly end: number;
  readonly binds: readonly number[];
}

export type Request =
  | { readonly id: number; readonly kind: "load"; readonly room: string }
  | {
      readonly id: number;
      readonly kind: "append";
      readonly entries: readonly PackedAppend[];
      readonly bytes: Uint8Array;
    }
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
  | { readonly id: number; readonly kind: "appended"; readonly seqs: readonly number[] }
  | { readonly id: number; readonly kind: "compacted"; readonly done: boolean }
  | { readonly id: number; readonly kind: "history"; readonly history: PackedHistory }
  | { readonly id: number; readonly kind: "forgotten"; readonly done: boolean }
  | { readonly id: number; readonly kind: "older-than"; readonly rooms: readonly string[] }
  | { readonly id: number; readonly kind: "stopped" }
  | { readonly id: number; readonly kind: "failed"; readonly message: string };
