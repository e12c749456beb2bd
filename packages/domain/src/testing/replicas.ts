import * as v from "valibot";
import * as Y from "yjs";

import { EntryId, PersonId } from "../ids.ts";

/** For tests: a short name padded to an id. */
export const entryId = (name: string): EntryId => v.parse(EntryId, name.padEnd(8, "-"));
export const personId = (name: string): PersonId => v.parse(PersonId, name.padEnd(8, "-"));

/** Two documents that know nothing of each other until they sync. */
export function makeReplicas(): readonly [Y.Doc, Y.Doc] {
  const docs = [new Y.Doc(), new Y.Doc()] as const;
  docs.forEach((doc, at) => (doc.clientID = at + 1));
  return docs;
}

/** Gives each what it lacks of the other. */
export function sync(...docs: readonly Y.Doc[]): void {
  for (const from of docs) {
    for (const to of docs) {
      if (from !== to) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)));
    }
  }
}
