/**
 * What the engine stands on. It knows rooms by name and people by id; it knows neither sockets,
 * databases nor what a room is for.
 */

/** One durable update of a room. `seq` is gapless from 1; `at` is ms since the epoch. */
export interface LogEntry {
  readonly seq: number;
  readonly author: string;
  readonly at: number;
  readonly update: Uint8Array;
}

/** A room as the log has it: at most one snapshot up to `snapshot.seq`, and the entries after it. */
export interface StoredRoom {
  /** Names this history of the room; a re-created room has another. */
  readonly epoch: string;
  readonly snapshot: { readonly seq: number; readonly update: Uint8Array } | null;
  readonly tail: readonly LogEntry[];
  /** Which person each clientID was first used by, for the room's whole life. */
  readonly authors: ReadonlyMap<number, string>;
}

export interface Append {
  readonly room: string;
  readonly author: string;
  readonly at: number;
  readonly update: Uint8Array;
  /** ClientIDs that this update is the first to use: bound to `author` in the same commit. */
  readonly binds: readonly number[];
}

/**
 * Durable storage of rooms. `append` resolves once everything in it is on disk, and rejects with
 * nothing of it stored; the entries of one call get their seqs in the call's order.
 */
export interface RoomLog {
  load(room: string): Promise<StoredRoom>;
  append(entries: readonly Append[]): Promise<readonly number[]>;
  /** Replaces everything up to `upTo` by a snapshot; refuses if the log is no longer as read. */
  compact(room: string, upTo: number, snapshot: Uint8Array): Promise<boolean>;
  stop(): Promise<void>;
}

/** The engine's side of a connection's transport. */
export interface Socket {
  send(frame: Uint8Array): void;
  close(code: number, reason: string): void;
  /** Bytes handed to `send` that the network has not taken yet. */
  readonly bufferedAmount: number;
}

/** Time and timers, injected so that tests move them. */
export interface Clock {
  now(): number;
  /** Calls back once after `ms`; the returned function cancels it. */
  after(ms: number, run: () => void): () => void;
}
