import { makeSaveStatus } from "@concord/sync/client/save-status";
import { isUpdateFrame, messageType, syncType } from "@concord/sync/protocol/message-type";
import { hear } from "@concord/sync/testing/wire";
import { onTestFinished } from "vitest";
import { type ClientOptions, WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";

interface Place {
  readonly port: number;
  readonly room: string;
}

/** A stock client that writes numbered words, and keeps book of what it was promised. */
export class Scribe {
  readonly name: string;
  readonly doc = new Y.Doc();
  readonly provider: WebsocketProvider;
  /** The codes that its connections ended with. */
  readonly closes: number[] = [];
  readonly #words = this.doc.getArray<string>("words");
  readonly #status: ReturnType<typeof makeSaveStatus>;
  #timer: NodeJS.Timeout | undefined;
  #written = 0;
  #acknowledged = 0;
  #savedTooSoon = 0;

  constructor(name: string, cookie: string, { port, room }: Place) {
    this.name = name;
    this.provider = new WebsocketProvider(`ws://127.0.0.1:${port}/sync`, room, this.doc, {
      WebSocketPolyfill: this.#countingSocket({ headers: { cookie } }),
      params: { ack: "1" },
      disableBc: true,
      maxBackoffTime: 100,
    });
    this.#status = makeSaveStatus(this.provider);
    // What a page would take note of, and a scribe need not.
    for (const type of [messageType.size, messageType.epoch]) {
      this.provider.messageHandlers[type] = () => {};
    }
    this.#status.subscribe(({ kind }) => {
      if (kind === "saved" && this.#acknowledged < this.#written) this.#savedTooSoon += 1;
    });
    this.provider.on("connection-close", (event) => {
      if (event) this.closes.push(event.code);
    });
    onTestFinished(() => this.leave());
  }

  /** How many of its words it wrote. */
  get written(): number {
    return this.#written;
  }

  /** How many of them the server said are durable, by the frames themselves. */
  get acknowledged(): number {
    return this.#acknowledged;
  }

  /** How often its person would have read "saved" of words that nobody had acknowledged. */
  get savedTooSoon(): number {
    return this.#savedTooSoon;
  }

  get status(): string {
    return this.#status.current.kind;
  }

  /** Everybody's words, as this client has them. */
  get words(): string[] {
    return this.#words.toArray();
  }

  write(): void {
    // Counted first: the frame leaves within the push.
    this.#written += 1;
    this.#words.push([`${this.name} ${this.#written}`]);
  }

  startWriting(everyMs = 3): void {
    this.#timer = setInterval(() => this.write(), everyMs);
  }

  stopWriting(): void {
    clearInterval(this.#timer);
  }

  leave(): void {
    this.stopWriting();
    this.#status.destroy();
    this.provider.destroy();
    this.doc.destroy();
  }

  /** Notes for each document frame how far the words in it go, and what is acknowledged. */
  #countingSocket(options: ClientOptions): typeof globalThis.WebSocket {
    const note = { written: () => this.#written, durable: (n: number) => this.#durable(n) };
    const Socket = class extends WebSocket {
      readonly #sent: number[] = [];
      #hasAnswered = false;

      constructor(url: string | URL) {
        super(url, [], options);
        this.on("message", (data: Buffer) => {
          const heard = hear(new Uint8Array(data));
          if (heard.kind === "ack") note.durable(this.#sent[heard.count - 1] ?? 0);
        });
      }

      override send(data: Uint8Array): void {
        super.send(data);
        if (!isUpdateFrame(data)) return;
        // Before its SyncStep2, a frame tells nothing of the words before its own.
        this.#hasAnswered ||= data[1] === syncType.step2;
        this.#sent.push(this.#hasAnswered ? note.written() : 0);
      }
    };
    // `ws` has all of the DOM's WebSocket that the provider uses.
    return Socket as unknown as typeof globalThis.WebSocket;
  }

  #durable(words: number): void {
    this.#acknowledged = Math.max(this.#acknowledged, words);
  }
}

/** The words that somebody wrote, in the order in which they stand. */
export const wordsOf = (name: string, words: readonly string[]): string[] =>
  words.filter((word) => word.startsWith(`${name} `));

/** The first words that somebody writes. */
export const firstWords = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${name} ${i + 1}`);
