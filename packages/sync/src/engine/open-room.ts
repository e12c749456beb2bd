import type { Clock, RoomLog } from "../ports.ts";
import { type Close, closeCodes } from "../protocol/close.ts";
import type { Compactor } from "./compaction.ts";
import type { RoomConnection } from "./connection.ts";
import type { Deferred } from "./deferred.ts";
import type { Limits } from "./limits.ts";
import { foldTail, isWorthFolding } from "./fold-tail.ts";
import type { LogWriter } from "./log-writer.ts";
import { Room } from "./room.ts";

export interface OpenRoomContext {
  readonly log: RoomLog;
  readonly clock: Clock;
  readonly limits: Limits;
  readonly writer: LogWriter;
  readonly compactor: Compactor;
  /** Rooms that may have become quiet. */
  readonly packing: Deferred<OpenRoom>;
  readonly report: (event: { readonly kind: string; readonly error?: unknown }) => void;
  /** It must not be found any more: the next to ask loads it anew. */
  readonly gone: () => void;
}

/**
 * A room from the first who asks for it until nobody does (SPEC U): loads it once, keeps it while
 * somebody is there or something isn't durable, and gives it up whole when its log fails.
 */
export class OpenRoom {
  readonly name: string;
  readonly connections = new Set<RoomConnection>();
  readonly #context: OpenRoomContext;
  readonly #loaded: Promise<Room>;
  #room: Room | null = null;
  #users = 0;
  #cancelIdle: (() => void) | null = null;
  #compaction: Promise<void> | null = null;
  /** What the room had accepted when it was last looked at, and when it was packed. */
  #seen = 0;
  #packed = -1;
  #ended = false;

  constructor(name: string, context: OpenRoomContext) {
    this.name = name;
    this.#context = context;
    this.#loaded = this.#load();
    // Whoever waits for it hears of it; the load itself mustn't be an unhandled rejection.
    this.#loaded.catch(() => {});
  }

  join(connection: RoomConnection): void {
    this.#stay();
    this.connections.add(connection);
    if (this.#room) connection.open(this.#room);
  }

  leave(connection: RoomConnection): void {
    this.connections.delete(connection);
    this.#considerLeaving();
  }

  /** Keeps the room loaded for as long as `work` takes. */
  async use<T>(work: (room: Room) => Promise<T>): Promise<T> {
    this.#users += 1;
    this.#stay();
    try {
      const room = await this.#loaded;
      if (this.#ended) throw new Error("the room was given up");
      return await work(room);
    } finally {
      this.#users -= 1;
      this.#considerLeaving();
    }
  }

  /** Folds the tail now, however short it is. */
  async fold(): Promise<void> {
    await this.use(async (room) => {
      await this.#compaction;
      this.#compact(room);
      await this.#compaction;
    });
  }

  endAll(close: Close): void {
    for (const connection of this.connections) connection.end(close);
  }

  /** Resolves once neither load nor compaction is under way. */
  async quiet(): Promise<void> {
    await this.#loaded.catch(() => {});
    await this.#compaction;
  }

  /** Forgets everything; what is durable is in the log. */
  drop(): void {
    this.#ended = true;
    this.#stay();
    this.#context.gone();
  }

  async #load(): Promise<Room> {
    const { clock, limits, writer } = this.#context;
    try {
      const room = new Room(this.name, await this.#context.log.load(this.name), {
        clock,
        limits,
        writer,
        failed: (error) => this.#giveUp("append-failed", error),
        settled: () => this.#settled(),
      });
      this.#room = room;
      for (const connection of this.connections) connection.open(room);
      // Nothing is compacted for being looked at.
      this.#context.packing.add(this);
      this.#considerLeaving();
      return room;
    } catch (error) {
      this.#giveUp("load-failed", error);
      throw error;
    }
  }

  /** Never goes on from what may not be durable, nor from an empty document (SPEC D5, D6). */
  #giveUp(kind: string, error: unknown): void {
    this.#context.report({ kind, error });
    this.drop();
    this.endAll(closeCodes.tryLater);
  }

  /** Packs it once nothing came for a while. */
  pack(): void {
    const room = this.#room;
    if (this.#ended || !room?.isSettled) return;
    const { accepted } = room;
    if (accepted === this.#seen) {
      this.#packed = accepted;
      room.state.pack();
    } else {
      this.#seen = accepted;
      this.#context.packing.add(this);
    }
  }

  #settled(): void {
    if (this.#room && this.#room.accepted !== this.#packed) this.#context.packing.add(this);
    this.#considerCompaction();
    this.#considerLeaving();
  }

  #stay(): void {
    this.#cancelIdle?.();
    this.#cancelIdle = null;
  }

  get #isNeeded(): boolean {
    return this.connections.size > 0 || this.#users > 0 || this.#compaction !== null;
  }

  #considerLeaving(): void {
    if (this.#ended || this.#isNeeded || !this.#room?.isSettled) return;
    this.#stay();
    this.#cancelIdle = this.#context.clock.after(this.#context.limits.idle, () => {
      const room = this.#room;
      if (this.#isNeeded || !room?.isSettled) return;
      // Nobody waits now, and the next to come finds less to read.
      if (room.tail.entries >= this.#context.limits.idleTailEntries) this.#compact(room);
      else this.drop();
    });
  }

  #considerCompaction(): void {
    const room = this.#room;
    if (this.#ended || this.#compaction || !room) return;
    if (isWorthFolding(room, this.#context.limits)) this.#compact(room);
  }

  #compact(room: Room): void {
    const { report } = this.#context;
    this.#compaction = foldTail(room, this.#context)
      .catch((error: unknown) => report({ kind: "compaction-failed", error }))
      .finally(() => {
        this.#compaction = null;
        this.#considerLeaving();
      });
  }
}
