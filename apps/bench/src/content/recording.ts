import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

import type * as Y from "yjs";

import { tracesDir } from "../paths.ts";

/** Position, how many characters go, what comes. */
export type Patch = readonly [number, number, string];

/** A recorded text in the format of josephg/editing-traces. */
export interface Recording {
  readonly endContent: string;
  readonly txns: readonly {
    readonly patches: readonly Patch[];
    /** Who wrote it; nobody is named where one alone wrote. */
    readonly agent?: number;
    /** The transactions that it was made upon, by their places. */
    readonly parents?: readonly number[];
  }[];
}

export function readRecording(name: string): Recording {
  const file = join(tracesDir, name);
  if (!existsSync(file)) throw new Error(`there is no ${file}; TRACES_DIR says where it is`);
  return JSON.parse(gunzipSync(readFileSync(file)).toString()) as Recording;
}

/** Makes a transaction's changes to the text of a document, as one. */
export function edit(doc: Y.Doc, patches: readonly Patch[]): void {
  const text = doc.getText("text");
  doc.transact(() => {
    for (const [at, gone, come] of patches) {
      if (gone > 0) text.delete(at, gone);
      if (come) text.insert(at, come);
    }
  });
}
