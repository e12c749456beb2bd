import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";

import { editAnything } from "../testing/edits.ts";
import { mutate } from "../testing/mutate.ts";
import { type Random, makeRandom } from "../testing/random.ts";
import { keepSections, noDeletes } from "./rewrite-update.ts";
import { type UpdateScan, scanUpdate } from "./scan-update.ts";

const seeds = fc.integer({ min: 0, max: 2 ** 31 });

/** Updates of every origin: single edits, undone ones, merges with gaps, diffs, whole documents. */
function updatesOf(random: Random): Uint8Array[] {
  const docs = [new Y.Doc(), new Y.Doc()] as const;
  const updates: Uint8Array[] = [];
  for (const doc of docs) doc.on("update", (update: Uint8Array) => updates.push(update));
  const undo = new Y.UndoManager(docs[0].getText("text"));
  for (let i = 0; i < 15; i += 1) {
    editAnything(random.pick(docs), random);
    if (random.chance(0.2)) undo.undo();
    if (random.chance(0.1)) undo.redo();
    if (random.chance(0.2)) Y.applyUpdate(docs[1], Y.encodeStateAsUpdate(docs[0]));
    if (random.chance(0.2)) Y.applyUpdate(docs[0], Y.encodeStateAsUpdate(docs[1]));
  }
  const some = updates.filter(() => random.chance(0.6));
  if (some.length > 0) updates.push(Y.mergeUpdates(some));
  const whole = Y.encodeStateAsUpdate(docs[0]);
  return [...updates, whole, Y.diffUpdate(whole, Y.encodeStateVector(docs[1]))];
}

function scanned(update: Uint8Array): UpdateScan {
  const scan = scanUpdate(update);
  if (scan.kind === "refused") throw new Error(scan.why);
  return scan;
}

describe("P3 a scan reads what Yjs writes", () => {
  test("every update of a real document passes", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const update of updatesOf(makeRandom(seed))) {
          expect(scanUpdate(update).kind).toBe("scanned");
        }
      }),
      { numRuns: 60 },
    );
  });

  test("it finds the same clients and clocks as Yjs", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const update of updatesOf(makeRandom(seed))) {
          const { from, to } = Y.parseUpdateMeta(update);
          const { sections } = scanned(update);
          expect(new Map(sections.map(({ client, clock }) => [client, clock]))).toEqual(from);
          expect(new Map(sections.map(({ client, end }) => [client, end]))).toEqual(to);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("it finds the same deletions, and the bytes of each section", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const update of updatesOf(makeRandom(seed))) {
          const scan = scanned(update);
          const { ds } = Y.decodeUpdate(update);
          const deletes = [...ds.clients].flatMap(([client, ranges]) =>
            ranges.map(({ clock, len }) => ({ client, clock, end: clock + len })),
          );
          expect(scan.deletes).toEqual(deletes);
          expect(keepSections(update, scan.sections, update.subarray(scan.deletesStart))).toEqual(
            update,
          );
          for (const section of scan.sections) {
            const alone = keepSections(update, [section], noDeletes);
            expect([...Y.parseUpdateMeta(alone).to]).toEqual([[section.client, section.end]]);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test("clocks count UTF-16 units", () => {
    const doc = new Y.Doc();
    doc.getText("t").insert(0, "ü日🙂");
    expect(scanned(Y.encodeStateAsUpdate(doc)).sections[0]?.end).toBe(4);
  });
});

describe("P4 what passes applies", () => {
  test("a mutated update that passes never throws in a client that starts from it, and merges with the others", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const random = makeRandom(seed);
        const updates = updatesOf(random);
        for (let i = 0; i < 60; i += 1) {
          const mutated = mutate(random.pick(updates), random);
          if (scanUpdate(mutated).kind === "refused") continue;
          const doc = new Y.Doc();
          Y.applyUpdate(doc, mutated);
          expect(scanUpdate(Y.encodeStateAsUpdate(doc)).kind).toBe("scanned");
          expect(scanUpdate(Y.mergeUpdates([...updates, mutated])).kind).toBe("scanned");
        }
      }),
      { numRuns: 50 },
    );
  });
});

/** One item of client 1, whose clock starts at `clock`. */
const item = (clock: number, ...struct: number[]) => new Uint8Array([1, 1, 1, clock, ...struct, 0]);

describe("P5 counts and lengths are no larger than what is left", () => {
  test.each([
    ["a huge number of clients", [0xff, 0xff, 0xff, 0x7f, 0]],
    ["a huge number of structs", [1, 0xff, 0xff, 0xff, 0x7f, 1, 0, 0, 1, 0]],
    ["a string longer than the update", [1, 1, 1, 0, 4, 1, 1, 116, 9, 97, 0]],
    ["an array longer than the update", [1, 1, 1, 0, 8, 1, 1, 116, 1, 117, 99, 126, 0]],
    ["a delete set longer than the update", [0, 1, 1, 99, 0, 1]],
    ["bytes left over", [0, 0, 0]],
    ["no delete set", [0]],
    ["nothing", []],
  ])("%s", (_what, bytes) => {
    expect(scanUpdate(new Uint8Array(bytes)).kind).toBe("refused");
  });
});

describe("P6 clocks stay where a room can count", () => {
  const huge = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f];
  test.each([
    ["a clock near 2^53", [1, 1, 1, ...huge, 0, 1, 0]],
    ["a length near 2^53", [1, 1, 1, 0, 0, ...huge, 0]],
    ["a deletion near 2^53", [0, 1, 1, 1, 0, ...huge]],
    ["a reference near 2^53", [1, 1, 1, 0, 0x84, 2, ...huge, 1, 97, 0]],
    ["an integer beyond 2^53", [1, 1, 1, ...huge.slice(0, 7), 0xff, 0x7f, 0, 1, 0]],
    ["an empty struct", [1, 1, 1, 0, 0, 0, 0]],
    ["an empty deletion", [0, 1, 1, 1, 0, 0]],
    ["a client without structs", [1, 0, 1, 0, 0]],
  ])("%s is refused", (_what, bytes) => {
    expect(scanUpdate(new Uint8Array(bytes)).kind).toBe("refused");
  });
});

describe("P7 deletions are in an order that Yjs reads as it was meant", () => {
  const deleting = (...deleteSet: number[]) => scanUpdate(new Uint8Array([0, ...deleteSet])).kind;

  test.each([
    ["a client twice", [2, 7, 1, 0, 1, 7, 1, 4, 1]],
    ["a later clock first", [1, 7, 2, 4, 1, 0, 1]],
    ["ranges that overlap", [1, 7, 2, 0, 3, 2, 2]],
  ])("refused: %s", (_, deleteSet) => {
    expect(deleting(...deleteSet)).toBe("refused");
  });

  test("passes: ranges that touch, and clients in any order", () => {
    expect(deleting(2, 7, 2, 0, 1, 1, 1, 9, 1, 0, 1)).toBe("scanned");
  });
});

describe("P7 structs are in an order that can be followed", () => {
  test("an item refers to no item of its own client that isn't before it", () => {
    expect(scanUpdate(item(5, 0x84, 1, 4, 1, 97)).kind).toBe("scanned");
    expect(scanUpdate(item(5, 0x84, 1, 5, 1, 97)).kind).toBe("refused");
    expect(scanUpdate(item(5, 0x44, 1, 6, 1, 97)).kind).toBe("refused");
    expect(scanUpdate(item(5, 0x04, 0, 1, 5, 1, 97)).kind).toBe("refused");
  });

  test("clients come once each, in falling order", () => {
    const struct = [0, 0, 1];
    const two = (a: number, b: number) => new Uint8Array([2, 1, a, ...struct, 1, b, ...struct, 0]);
    expect(scanUpdate(two(2, 1)).kind).toBe("scanned");
    expect(scanUpdate(two(1, 2)).kind).toBe("refused");
    expect(scanUpdate(two(1, 1)).kind).toBe("refused");
  });
});

const nestedArrays = (depth: number) => Array.from({ length: depth }, () => [117, 1]).flat();

describe("P8 contents are what their kind says", () => {
  const text = (value: string) => [value.length, ...new TextEncoder().encode(value)];
  const root = [1, 1, 116];
  test.each([
    ["a broken UTF-8 text", [4, ...root, 2, 0xc3, 0x28]],
    ["an embed that isn't JSON", [5, ...root, ...text("{")]],
    ["a format that isn't JSON", [6, ...root, ...text("bold"), ...text("tru")]],
    ["a JSON value that isn't JSON", [2, ...root, 1, ...text("nul")]],
    ["an unknown type", [7, ...root, 7]],
    ["an unknown kind", [11, ...root, 1]],
    ["an unknown value", [8, ...root, 1, 115]],
    ["a document with options that are no object", [9, ...root, ...text("id"), 126]],
    ["an unknown parent", [4, 2, 1, 116, 1, 97]],
    ["JSON nested 100 deep", [5, ...root, ...text("[".repeat(100) + "]".repeat(20))]],
    ["a value nested 100 deep", [8, ...root, 1, ...nestedArrays(100), 126]],
    ["an empty text", [4, ...root, 0]],
  ])("%s is refused", (_what, struct) => {
    expect(scanUpdate(item(0, ...struct)).kind).toBe("refused");
  });
});
