import * as Y from "yjs";

import type { Connection, Role, Rooms } from "../engine/rooms.ts";
import type { Close } from "../protocol/close.ts";
import { encodeSync } from "../protocol/message.ts";
import { syncType } from "../protocol/message-type.ts";
import { hear } from "./wire.ts";

/** One line to the server: what is on its way in both directions. */
interface Line {
  readonly connection: Connection;
  readonly up: Uint8Array[];
  readonly down: (Uint8Array | Close)[];
  /** The updates in the document frames sent so far, to know what an ack means. */
  readonly sent: Uint8Array[];
}

export interface Acknowledged {
  readonly person: string;
  readonly update: Uint8Array;
}

/** A stock client, as far as its document goes, over queues that a test moves. */
export class FuzzClient {
  readonly person: string;
  readonly acknowledged: Acknowledged[] = [];
  readonly refusals: Close[] = [];
  doc = new Y.Doc();
  /** What its copy is of, as soon as it has been told. */
  #epoch: string | null = null;
  #line: Line | null = null;
  /** Lines the client has given up and the server doesn't know about. */
  #halfOpen: Connection[] = [];

  constructor(person: string) {
    this.person = person;
    this.#follow();
  }

  get isConnected(): boolean {
    return this.#line !== null;
  }

  get hasTraffic(): boolean {
    return this.#line !== null && this.#line.up.length + this.#line.down.length > 0;
  }

  connect(rooms: Rooms, role: Role): void {
    const down: Line["down"] = [];
    const socket = {
      send: (frame: Uint8Array) => void down.push(frame),
      close: (code: number, reason: string) => void down.push({ code, reason }),
      bufferedAmount: 0,
    };
    const { person } = this;
    const alwaysShown = role === "reader";
    const admission = { person, session: person, role, alwaysShown, user: { person }, until: null };
    const options = { acknowledge: true, epoch: this.#epoch };
    const connection = rooms.connect("room", socket, admission, options);
    this.#line = { connection, down, up: [], sent: [] };
    this.#line.up.push(encodeSync(syncType.step1, Y.encodeStateVector(this.doc)));
  }

  /** The line breaks; the server may hear of it later. */
  cut(): void {
    if (this.#line) this.#halfOpen.push(this.#line.connection);
    this.#line = null;
  }

  /** The server hears of broken lines. */
  hangUp(): void {
    for (const connection of this.#halfOpen.splice(0)) connection.disconnected();
  }

  /** The server is gone with all it knew. */
  lose(): void {
    this.#line = null;
    this.#halfOpen = [];
  }

  /** The page is loaded anew: the same words from this device, under another clientID. */
  reload(): void {
    this.cut();
    const kept = Y.encodeStateAsUpdate(this.doc);
    this.doc.destroy();
    this.doc = new Y.Doc();
    Y.applyUpdate(this.doc, kept);
    this.#follow();
  }

  moveUp(): void {
    const frame = this.#line?.up.shift();
    if (frame) this.#line?.connection.receive(frame);
  }

  moveDown(): void {
    const arrived = this.#line?.down.shift();
    if (arrived instanceof Uint8Array) this.#hear(arrived);
    else if (arrived) this.#closed(arrived);
  }

  #follow(): void {
    this.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.#send(syncType.update, update);
    });
  }

  #send(type: number, update: Uint8Array): void {
    this.#line?.up.push(encodeSync(type, update));
    this.#line?.sent.push(update);
  }

  #hear(frame: Uint8Array): void {
    const heard = hear(frame);
    if (heard.kind === "awareness" || heard.kind === "size") return;
    if (heard.kind === "epoch") {
      this.#epoch = heard.epoch;
    } else if (heard.kind === "ack") {
      const updates = this.#line?.sent.slice(0, heard.count) ?? [];
      this.acknowledged.push(...updates.map((update) => ({ person: this.person, update })));
    } else if (heard.kind === "step1") {
      this.#send(syncType.step2, Y.encodeStateAsUpdate(this.doc, heard.bytes));
    } else {
      Y.applyUpdate(this.doc, heard.bytes, this);
    }
  }

  #closed(close: Close): void {
    this.#line = null;
    if (close.code >= 4400 && close.code < 4500) this.refusals.push(close);
  }
}
