import * as Y from "yjs";

import { edit, readRecording } from "./recording.ts";

export interface Trace {
  /** One for each keystroke. */
  readonly updates: readonly Uint8Array[];
  /** How far its author's clock is after each. */
  readonly clocks: readonly number[];
  readonly author: number;
  readonly text: string;
}

/** The first `count` keystrokes of a recorded text, as its author's editor would have sent them. */
export function readTrace(name: string, count: number): Trace {
  const { txns } = readRecording(name);
  const doc = new Y.Doc();
  const author = 5005;
  doc.clientID = author;
  const updates: Uint8Array[] = [];
  const clocks: number[] = [];
  doc.on("update", (update: Uint8Array) => {
    updates.push(update);
    clocks.push(Y.getState(doc.store, author));
  });
  for (const { patches } of txns.slice(0, count)) edit(doc, patches);
  return { updates, clocks, author, text: doc.getText("text").toJSON() };
}
