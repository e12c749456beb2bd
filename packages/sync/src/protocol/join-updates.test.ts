import * as fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";

import { contentOf } from "../engine/compaction.ts";
import { ClientIntervals } from "../engine/intervals.ts";
import { editAnything } from "../testing/edits.ts";
import { makeRandom } from "../testing/random.ts";
import { joinUpdates } from "./join-updates.ts";
import { type UpdateScan, scanUpdate } from "./scan-update.ts";

function scanned(update: Uint8Array): UpdateScan & { readonly update: Uint8Array } {
  const scan = scanUpdate(update);
  if (scan.kind === "refused") throw new Error(scan.why);
  return { ...scan, update };
}

const join = (updates: readonly Uint8Array[]) => {
  const scans = updates.map(scanned);
  const deleted = new ClientIntervals();
  for (const { deletes } of scans) deleted.addAll(deletes);
  return joinUpdates(scans, deleted.encode());
};

/** The updates of two who write at the same time and hear each other now and then. */
function writeTogether(seed: number): Uint8Array[] {
  const random = makeRandom(seed);
  const docs = [new Y.Doc(), new Y.Doc()] as const;
  const updates: Uint8Array[] = [];
  docs.forEach((doc, i) => {
    doc.clientID = 1 + i + random.below(1000) * 2;
    doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== "heard") updates.push(update);
    });
  });
  for (let i = 0; i < 30; i += 1) {
    editAnything(random.pick(docs), random);
    if (random.chance(0.3)) Y.applyUpdate(docs[0], Y.encodeStateAsUpdate(docs[1]), "heard");
    if (random.chance(0.3)) Y.applyUpdate(docs[1], Y.encodeStateAsUpdate(docs[0]), "heard");
  }
  return updates;
}

test("D3 joined updates say what they said one by one, and are where they say", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
      const updates = writeTogether(seed);
      const joined = join(updates);
      const [one, other] = [new Y.Doc(), new Y.Doc()];
      for (const update of updates) Y.applyUpdate(one, update);
      Y.applyUpdate(other, joined?.update ?? new Uint8Array([0, 0]));
      expect(contentOf(other)).toBe(contentOf(one));
      expect(Y.equalSnapshots(Y.snapshot(other), Y.snapshot(one))).toBe(true);
      const { sections, deletesStart } = scanned(joined?.update ?? new Uint8Array());
      expect({ sections, deletesStart }).toEqual({
        sections: joined?.sections,
        deletesStart: joined?.deletesStart,
      });
    }),
    { numRuns: 100 },
  );
});

test("D3 what doesn't follow on is not joined: out of order, twice, with a gap between", () => {
  const updates: Uint8Array[] = [];
  const doc = new Y.Doc();
  doc.on("update", (update: Uint8Array) => updates.push(update));
  for (const letter of "abc") doc.getText("t").insert(0, letter);
  const [a, b, c] = updates as [Uint8Array, Uint8Array, Uint8Array];
  expect(join([a, b, c])).not.toBeNull();
  expect(join([b, a])).toBeNull();
  expect(join([a, a])).toBeNull();
  expect(join([a, c])).toBeNull();
});
