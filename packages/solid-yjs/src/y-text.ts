import type * as Y from "yjs";

import type { Splice } from "./splice.ts";

/** Stands for an embedded object, which counts as one character in a Y.Text. */
const object = "\uFFFC";

/** A text as long as Yjs counts it: embedded objects, which no client of ours writes, included. */
export function wordsOf(text: Y.Text): string {
  const words = text.toJSON();
  if (words.length === text.length) return words;
  const delta: readonly { readonly insert?: unknown }[] = text.toDelta();
  return delta.map(({ insert }) => stringOf(insert)).join("");
}

/** A change of a Y.Text as splices, each to be applied to what the one before has left. */
export function splicesOf(event: Y.YTextEvent): readonly Splice[] {
  const splices: Splice[] = [];
  let index = 0;
  for (const part of event.delta) {
    if (part.retain !== undefined) index += part.retain;
    if (part.delete !== undefined) splices.push({ index, remove: part.delete, insert: "" });
    if (part.insert !== undefined) {
      const insert = stringOf(part.insert);
      splices.push({ index, remove: 0, insert });
      index += insert.length;
    }
  }
  return splices;
}

const stringOf = (insert: unknown): string => (typeof insert === "string" ? insert : object);
