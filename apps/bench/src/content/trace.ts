import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

import * as Y from "yjs";

import { tracesDir } from "../paths.ts";

interface Recording {
  readonly txns: readonly { readonly patches: readonly (readonly [number, number, string])[] }[];
}

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
  const file = join(tracesDir, name);
  if (!existsSync(file)) throw new Error(`there is no ${file}; TRACES_DIR says where it is`);
  const recording = JSON.parse(gunzipSync(readFileSync(file)).toString()) as Recording;
  const doc = new Y.Doc();
  const author = 5005;
  doc.clientID = author;
  const text = doc.getText("text");
  const updates: Uint8Array[] = [];
  const clocks: number[] = [];
  doc.on("update", (update: Uint8Array) => {
    updates.push(update);
    clocks.push(Y.getState(doc.store, author));
  });
  for (const { patches } of recording.txns.slice(0, count)) {
    doc.transact(() => {
      for (const [at, deleted, inserted] of patches) {
        if (deleted > 0) text.delete(at, deleted);
        if (inserted) text.insert(at, inserted);
      }
    });
  }
  return { updates, clocks, author, text: text.toJSON() };
}
