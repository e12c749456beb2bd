import * as Y from "yjs";

import { updateMessage } from "../wire/messages.ts";
import { edit, type Patch, readRecording, type Recording } from "./recording.ts";
import type { Author } from "./typist.ts";

export interface ConcurrentTrace {
  readonly authors: readonly [TraceAuthor, TraceAuthor];
  /** What both read once each has everything of the other. */
  readonly text: string;
  readonly vector: Uint8Array;
}

interface Edit {
  readonly update: Uint8Array;
  /** Where its author's clock is after it. */
  readonly clock: number;
  /** Where the other's clock was in the text that it was made upon. */
  readonly upon: number;
}

/** One of the two who write at the same time, with a document that knows what they had seen. */
export class TraceAuthor implements Author {
  readonly client: number;
  readonly edits: Edit[] = [];
  readonly #doc = new Y.Doc();
  #taken = 0;
  #upon = 0;

  constructor(client: number) {
    this.client = client;
    this.#doc.clientID = client;
    this.#doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin instanceof TraceAuthor) return;
      const clock = Y.getState(this.#doc.store, client);
      this.edits.push({ update, clock, upon: this.#upon });
    });
  }

  /** Takes so many of the other's edits, less those that it has. */
  take(other: TraceAuthor, count: number): void {
    for (const { update } of other.edits.slice(this.#taken, count)) {
      Y.applyUpdate(this.#doc, update, other);
    }
    this.#taken = Math.max(this.#taken, count);
    this.#upon = other.clockAfter(this.#taken);
  }

  type(patches: readonly Patch[]): void {
    edit(this.#doc, patches);
  }

  get text(): string {
    return this.#doc.getText("text").toJSON();
  }

  get vector(): Uint8Array {
    return Y.encodeStateVector(this.#doc);
  }

  message(index: number): Uint8Array {
    return updateMessage(this.edits[index]?.update ?? new Uint8Array());
  }

  clockAfter(count: number): number {
    return this.edits[count - 1]?.clock ?? 0;
  }
}

/** The first `count` edits of a text that two wrote at once, as their editors would have sent them. */
export function readConcurrentTrace(name: string, count: number): ConcurrentTrace {
  const recording = readRecording(name);
  const trace = writeTogether(recording.txns.slice(0, count));
  if (count >= recording.txns.length && trace.text !== recording.endContent)
    throw new Error(`${name}: the text is not what was recorded`);
  return trace;
}

/** Lets each write upon just what they had seen of the other. */
export function writeTogether(txns: Recording["txns"]): ConcurrentTrace {
  // Where both insert at one place, the recording puts the first one's words first; Yjs the lower
  // client's.
  const authors = [new TraceAuthor(6006), new TraceAuthor(7007)] as const;
  /** How many edits of each the text holds after a transaction: always their first ones. */
  const after: (readonly [number, number])[] = [];
  for (const { agent, parents = [], patches } of txns) {
    const held = (who: 0 | 1): number =>
      Math.max(0, ...parents.map((parent) => after[parent]?.[who] ?? 0));
    const [self, other] = agent === 0 ? ([0, 1] as const) : ([1, 0] as const);
    authors[self].take(authors[other], held(other));
    if (authors[self].edits.length !== held(self))
      throw new Error("one person's edits do not follow one another");
    authors[self].type(patches);
    after.push(self === 0 ? [held(0) + 1, held(1)] : [held(0), held(1) + 1]);
  }
  const [first, second] = authors;
  first.take(second, second.edits.length);
  second.take(first, first.edits.length);
  if (first.text !== second.text) throw new Error("the two read different texts in the end");
  return { authors, text: first.text, vector: first.vector };
}
