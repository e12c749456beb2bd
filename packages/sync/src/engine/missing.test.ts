import * as fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";

import { readStateVector } from "../protocol/state-vector.ts";
import { editAnything } from "../testing/edits.ts";
import { makeRandom } from "../testing/random.ts";
import { contentOf } from "./compaction.ts";
import { DocumentState } from "./state.ts";

test("P1 whoever asks gets what they lack, wherever they stopped, and little else", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
      const random = makeRandom(seed);
      const doc = new Y.Doc();
      const asker = new Y.Doc();
      const state = new DocumentState();
      const pieces: { update: Uint8Array; seq: number }[] = [];
      doc.on("update", (update: Uint8Array) => pieces.push({ update, seq: pieces.length + 1 }));
      for (let i = 0; i < 30; i += 1) {
        editAnything(doc, random);
        if (random.chance(0.1)) doc.clientID = 1 + random.below(2 ** 31);
        if (i === 10) Y.applyUpdate(asker, Y.encodeStateAsUpdate(doc));
      }
      state.restore(pieces);
      const vector = Y.encodeStateVector(asker);
      const missing = state.missing(readStateVector(vector));
      Y.applyUpdate(asker, missing);
      expect(contentOf(asker)).toBe(contentOf(doc));
      expect(Y.equalSnapshots(Y.snapshot(asker), Y.snapshot(doc))).toBe(true);
      const all = Y.encodeStateVector(doc);
      const { structs } = Y.decodeUpdate(state.missing(readStateVector(all)));
      expect(structs).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test("P1 a struct that is known in part is sent whole, from its beginning", () => {
  const doc = new Y.Doc();
  doc.clientID = 1;
  const state = new DocumentState();
  doc.getText("t").insert(0, "one word");
  state.restore([{ update: Y.encodeStateAsUpdate(doc), seq: 1 }]);
  const asker = new Y.Doc();
  Y.applyUpdate(asker, state.missing(new Map([[1, 3]])));
  expect(asker.getText("t").toJSON()).toBe("one word");
});
