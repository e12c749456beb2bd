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

/** What one person wrote in a room in one go, from its first entry to its last. */
export interface HistoryPart {
  readonly author: string;
  /** When (ms since the epoch). */
  readonly from: number;
  readonly to: number;
  readonly firstSeq: number;
  readonly lastSeq: number;
  readonly update: Uint8Array;
}

/** Everything written after `base`: parts kept by compactions, then the tail, entry by entry. */
export interface StoredHistory {
  readonly base: Uint8Array | null;
  /** By `firstSeq`. */
  readonly parts: readonly HistoryPart[];
  readonly authors: StoredRoom["authors"];
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
  /**
   * Replaces everything up to `upTo` by a snapshot; refuses if the log is no longer as read. The
   * entries go on as `history` in the same commit; with none, what was kept before goes too.
   */
  compact(
    room: string,
    upTo: number,
    snapshot: Uint8Array,
    history: readonly HistoryPart[],
  ): Promise<boolean>;
  history(room: string): Promise<StoredHistory>;
  /**
   * Gives up, to the last byte, the kept parts up to the one that ends with `upTo`; `base` is what
   * they had made of the document. Refuses if there is no such part.
   */
  forget(room: string, upTo: number, base: Uint8Array): Promise<boolean>;
  /** The rooms whose oldest part or entry was written before a time. */
  olderThan(before: number): Promise<readonly string[]>;
  /**
   * In the rooms under a path (`a` has `a` and `a/b`, not `ab`), makes what one author wrote, and
   * every clientID of theirs, another's. Parts that a later `compact` brings are told by the log's
   * own entries whose they are.
   */
  disown(path: string, author: string, by: string): Promise<void>;
  /** Gives up the rooms under a path, to the last byte. */
  erase(path: string): Promise<void>;
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
  /** Calls back once what has arrived by now has been taken in, in the order of asking. */
  soon(run: () => void): void;
}
