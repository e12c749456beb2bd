import * as fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";

import { type UpdateScan, scanUpdate } from "../protocol/scan-update.ts";
import { editAnything } from "../testing/edits.ts";
import { mutate } from "../testing/mutate.ts";
import { makeRandom } from "../testing/random.ts";
import { judge } from "./authorship.ts";
import { Ownership } from "./ownership.ts";
import { DocumentState } from "./state.ts";

/** A room's state and a client that holds the same. */
class World {
  readonly state = new DocumentState();
  readonly ownership = new Ownership(new Map());
  readonly doc = new Y.Doc();

  /** What the room makes of an update, and the client of what the room passes on. */
  take(update: Uint8Array, scan: UpdateScan): void {
    const judgement = judge(
      { kind: "update", update, scan, frame: null },
      "ada",
      this.ownership,
      this.state,
    );
    if (judgement.kind !== "new") return;
    this.state.learn(judgement.scan);
    const { sections, deletes } = judgement.scan;
    this.state.show({ update: judgement.update, sections }, deletes);
    Y.applyUpdate(this.doc, judgement.update);
  }
}

test("P4 A4 what is accepted, forged or not, applies in every client, and the log has the same clocks", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
      const random = makeRandom(seed);
      const docs = [new Y.Doc(), new Y.Doc()] as const;
      const updates: Uint8Array[] = [];
      for (const doc of docs) doc.on("update", (update: Uint8Array) => updates.push(update));
      for (let i = 0; i < 25; i += 1) {
        editAnything(random.pick(docs), random);
        if (random.chance(0.3)) Y.applyUpdate(docs[1], Y.encodeStateAsUpdate(docs[0]));
        if (random.chance(0.3)) Y.applyUpdate(docs[0], Y.encodeStateAsUpdate(docs[1]));
      }
      const world = new World();
      for (const update of updates) {
        const forged = random.chance(0.1) ? mutate(update, random) : update;
        const scan = scanUpdate(forged);
        if (scan.kind === "scanned") world.take(forged, scan);
      }
      const joiner = new Y.Doc();
      Y.applyUpdate(joiner, world.state.whole());
      // While something is missing, Yjs may hold back more at a joiner than at who saw it come.
      if (world.doc.store.pendingStructs !== null) return;
      expect(Y.decodeStateVector(Y.encodeStateVector(joiner))).toEqual(
        Y.decodeStateVector(Y.encodeStateVector(world.doc)),
      );
    }),
    { numRuns: 100 },
  );
});
