import * as Y from "yjs";

import { updateMessage } from "../wire/messages.ts";

/** One who writes in a room of the load. */
export interface Author {
  readonly client: number;
  /** The message that is sent after so many. */
  message(index: number): Uint8Array;
  /** Where the client's clock is after so many messages; deletions do not move it. */
  clockAfter(count: number): number;
}

/** One person who types a text, a letter an update, the same in every room. */
export class Typist implements Author {
  readonly client: number;
  readonly #doc = new Y.Doc();
  readonly #messages: Uint8Array[] = [];

  constructor(client: number) {
    this.client = client;
    this.#doc.clientID = client;
    this.#doc.on("update", (update: Uint8Array) => this.#messages.push(updateMessage(update)));
  }

  /** The message of the letter with this clock. */
  message(clock: number): Uint8Array {
    const text = this.#doc.getText("text");
    while (this.#messages.length <= clock) text.insert(text.length, "a");
    return this.#messages[clock] ?? new Uint8Array();
  }

  clockAfter(count: number): number {
    return count;
  }
}

/** The two who write in each room. */
export const makeTypists = (): readonly [Typist, Typist] => [new Typist(1001), new Typist(2002)];
