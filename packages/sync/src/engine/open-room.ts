import type { Clock, RoomLog } from "../ports.ts";
import { type Close, closeCodes } from "../protocol/close.ts";
import type { Compactor } from "./compaction.ts";
import type { RoomConnection } from "./connection.ts";
import type { Limits } from "./limits.ts";
import type { LogWriter } from "./log-writer.ts";
import { mergeAll } from "./merge.ts";
import { Room } from "./room.ts";

export interface OpenRoomContext {
  readonly log: RoomLog;
  readonly clock: Clock;
  readonly limits: Limits;
  readonly writer: LogWriter;
  readonly compactor: Compactor;
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
      return await work(await this.#loaded);
    } finally {
      this.#users -= 1;
      this.#considerLeaving();
    }
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
    this.#room?.presence.stop();
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
      this.#settled();
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

  #settled(): void {
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
      if (!this.#isNeeded && this.#room?.isSettled) this.drop();
    });
  }

  #considerCompaction(): void {
    const room = this.#room;
    const { tailEntries, tailBytes } = this.#context.limits;
    if (this.#ended || this.#compaction || !room) return;
    if (room.tailEntries < tailEntries && room.tailBytes < tailBytes) return;
    this.#compaction = this.#compact(room)
      .catch((error: unknown) => this.#context.report({ kind: "compaction-failed", error }))
      .finally(() => {
        this.#compaction = null;
        this.#considerLeaving();
      });
  }

  /** From the log's own rows, so that a snapshot never holds more than what it replaces. */
  async #compact(room: Room): Promise<void> {
    const { log, compactor } = this.#context;
    const shown = room.isSettled ? { seq: room.lastSeq, merged: room.state.merged() } : null;
    const { snapshot, tail } = await log.load(this.name);
    const last = tail.at(-1);
    if (!last) return;
    const updates = tail.map(({ update }) => update);
    const compacted = await compactor(mergeAll(snapshot ? [snapshot.update, ...updates] : updates));
    // Tried again only once as much has come in anew: a gap may stay for long.
    room.tailEntries -= tail.length;
    room.tailBytes -= updates.reduce((bytes, update) => bytes + update.length, 0);
    if (!compacted || !(await log.compact(this.name, last.seq, compacted))) return;
    if (shown?.seq === last.seq) room.state.replace(shown.merged, compacted);
  }
}
