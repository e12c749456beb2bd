import type { Clock, RoomLog, Socket } from "../ports.ts";
import type { Close } from "../protocol/close.ts";
import type { Compactor } from "./compaction.ts";
import type { Revision, RevisionDocument } from "./history.ts";
import type { Limits } from "./limits.ts";
import { Registry } from "./registry.ts";

export type { Close } from "../protocol/close.ts";

export type Role = "writer" | "reader";

/** Who comes in, as whom: decided by the server before the engine sees the connection. */
export interface Admission {
  readonly person: string;
  /** Ends with the session that opened it. */
  readonly session: string;
  readonly role: Role;
  /**
   * Whether they are shown for as long as they are connected, whatever they send: observers are.
   * Others are shown while they show themselves (SPEC W4, W11).
   */
  readonly alwaysShown: boolean;
  /** Stamped on this connection's awareness under `user`; what the client puts there is ignored. */
  readonly user: Readonly<Record<string, unknown>>;
  /** When the admission ends by itself (ms since the epoch), or null. */
  readonly until: number | null;
  /** What its connection is closed with then; `no-access` if nothing is said. */
  readonly ending?: Close;
}

/** What a client asks for when it connects. */
export interface ConnectOptions {
  /** Whether it wants to hear what is durable, and the rest that the stock client doesn't know. */
  readonly acknowledge: boolean;
  /** The epoch that its copy was made of, as it came; null where it has none (SPEC E2). */
  readonly epoch: string | null;
}

export interface Connection {
  receive(frame: Uint8Array): void;
  /** The transport is gone. */
  disconnected(): void;
}

export interface RoomsOptions {
  readonly log: RoomLog;
  readonly clock: Clock;
  /** Told of what went wrong without content: room names are hashed before they get here. */
  readonly report: (event: { readonly kind: string; readonly error?: unknown }) => void;
  readonly limits?: Partial<Limits>;
  readonly compactor?: Compactor;
}

export interface Rooms {
  connect(room: string, socket: Socket, admission: Admission, options: ConnectOptions): Connection;
  /** Ends, at once and with everything they have queued, the connections that `verdict` names. */
  review(verdict: (room: string, admission: Admission) => Close | null): void;
  /** The room's durable state as one update, with everything accepted by now. */
  read(room: string): Promise<Uint8Array>;
  /**
   * Writes as the server on somebody's behalf (seeds, imports); resolves once durable, and rejects
   * where the update is broken or brings another author's words.
   */
  write(room: string, author: string, update: Uint8Array): Promise<void>;
  /** Who wrote when, as far back as it is kept, the oldest first (SPEC H). */
  revisions(room: string): Promise<readonly Revision[]>;
  /** The document as one of them left it, or null where it isn't kept. */
  revision(room: string, id: number): Promise<RevisionDocument | null>;
  /**
   * Takes somebody who is gone out of the rooms under a path (SPEC A10): to be called once none of
   * their connections is left.
   */
  disown(path: string, author: string, by: string): Promise<void>;
  /** Ends and forgets the rooms under a path, in the log as well (SPEC D10). */
  erase(path: string): Promise<void>;
  /** Closes every connection with 1012, flushes, unloads. */
  stop(): Promise<void>;
}

export function makeRooms(options: RoomsOptions): Rooms {
  return new Registry(options);
}
