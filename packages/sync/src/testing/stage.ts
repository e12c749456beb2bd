import * as Y from "yjs";

import type { Limits } from "../engine/limits.ts";
import {
  type Admission,
  type ConnectOptions,
  type Connection,
  type Rooms,
  makeRooms,
} from "../engine/rooms.ts";
import type { RoomLog } from "../ports.ts";
import { encodeAwareness } from "../protocol/awareness.ts";
import { encodeAwarenessMessage, encodeSync } from "../protocol/message.ts";
import { syncType } from "../protocol/message-type.ts";
import { type ManualClock, makeManualClock } from "./manual-clock.ts";
import { makeMemoryLog } from "./memory-log.ts";
import { RecordingSocket } from "./wire.ts";

/** A log whose operations wait until a test lets them go. */
export class Gate {
  #held: (() => void)[] | null = null;
  #error: Error | null = null;

  /** From now on appends wait. */
  hold(): void {
    this.#held ??= [];
  }

  release(): void {
    const held = this.#held ?? [];
    this.#held = null;
    for (const go of held) go();
  }

  /** The next append fails. */
  breakOnce(): void {
    this.#error = new Error("the disk is full");
  }

  async pass(): Promise<void> {
    if (this.#held) await new Promise<void>((resolve) => this.#held?.push(resolve));
    const error = this.#error;
    this.#error = null;
    if (error) throw error;
  }
}

export interface Guest {
  readonly socket: RecordingSocket;
  readonly connection: Connection;
  update(update: Uint8Array): void;
  step1(doc?: Y.Doc): void;
  step2(update: Uint8Array): void;
  awareness(client: number, clock: number, state: Record<string, unknown> | null): void;
}

/** Rooms in one process: a clock that tests move, a log they can break, sockets they can read. */
export interface Stage {
  readonly rooms: Rooms;
  readonly clock: ManualClock;
  readonly log: RoomLog;
  readonly gate: Gate;
  readonly loads: Gate;
  readonly reports: string[];
  join(person: string, options?: Partial<Admission & ConnectOptions>): Guest;
  /** Everything that can happen without the clock has happened. */
  rest(): Promise<void>;
}

export function setStage(options: { limits?: Partial<Limits>; log?: RoomLog } = {}): Stage {
  const clock = makeManualClock();
  const gate = new Gate();
  const loads = new Gate();
  const passed = { load: loads, append: gate, compact: new Gate(), history: new Gate() };
  const log = options.log ?? makeMemoryLog({ before: (operation) => passed[operation].pass() });
  const reports: string[] = [];
  const rooms = makeRooms({
    log,
    clock,
    report: ({ kind }) => reports.push(kind),
    // Nothing waits but for what a test is about.
    limits: { logPace: 0, ackDelay: 0, ...options.limits },
  });
  return {
    rooms,
    clock,
    log,
    gate,
    loads,
    reports,
    join: (person, { acknowledge = true, epoch = null, role = "writer", ...admission } = {}) => {
      const socket = new RecordingSocket();
      const connection = rooms.connect(
        "room",
        socket,
        {
          person,
          session: `of ${person}`,
          role,
          alwaysShown: role === "reader",
          user: { name: person },
          until: null,
          ...admission,
        },
        { acknowledge, epoch },
      );
      return { socket, connection, ...speak(connection) };
    },
    rest: async () => {
      for (let i = 0; i < 30; i += 1) await Promise.resolve();
    },
  };
}

function speak(connection: Connection): Omit<Guest, "socket" | "connection"> {
  return {
    update: (update) => connection.receive(encodeSync(syncType.update, update)),
    step1: (doc = new Y.Doc()) =>
      connection.receive(encodeSync(syncType.step1, Y.encodeStateVector(doc))),
    step2: (update) => connection.receive(encodeSync(syncType.step2, update)),
    awareness: (client, clock, state) =>
      connection.receive(encodeAwarenessMessage(encodeAwareness([{ client, clock, state }]))),
  };
}

/** A document under a chosen clientID that hands over each edit as the update it makes. */
export class Writer {
  readonly doc = new Y.Doc();
  #last: Uint8Array = new Uint8Array([0, 0]);

  constructor(clientID: number) {
    this.doc.clientID = clientID;
    this.doc.on("update", (update: Uint8Array) => (this.#last = update));
  }

  /** Writes at the end, and gives the update. */
  write(text: string): Uint8Array {
    const to = this.doc.getText("t");
    to.insert(to.length, text);
    return this.#last;
  }

  erase(at: number, length: number): Uint8Array {
    this.doc.getText("t").delete(at, length);
    return this.#last;
  }

  get all(): Uint8Array {
    return Y.encodeStateAsUpdate(this.doc);
  }
}

/** The text that an update (a whole document) holds. */
export function textOf(...updates: readonly Uint8Array[]): string {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc.getText("t").toJSON();
}

export async function textInLog(log: RoomLog, room = "room"): Promise<string> {
  const { snapshot, tail } = await log.load(room);
  const updates = tail.map(({ update }) => update);
  return textOf(...(snapshot ? [snapshot.update] : []), ...updates);
}
