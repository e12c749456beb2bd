import type { Compacted } from "@concord/sync/engine/compaction";
import { makeManualClock } from "@concord/sync/testing/manual-clock";
import { expect, test } from "vitest";
import * as Y from "yjs";

import { compactOnThread } from "./compaction-thread.ts";

function typed(words: string): Uint8Array[] {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  for (const letter of words) doc.getText("t").insert(doc.getText("t").length, letter);
  doc.getText("t").delete(0, 7);
  return updates;
}

function textOf(compacted: Compacted | null): string {
  const doc = new Y.Doc();
  if (compacted) Y.applyUpdate(doc, compacted.snapshot);
  return doc.getText("t").toJSON();
}

const holds = (update: Uint8Array | undefined, words: string) =>
  new TextDecoder("latin1").decode(update).includes(words);

test("C2 a history is compacted elsewhere, and what was deleted is gone", async () => {
  const compactor = compactOnThread({ clock: makeManualClock() });
  const updates = typed("secret agreement");
  const before = updates.map((update) => [...update]);
  const compacted = await compactor(updates);
  expect(textOf(compacted)).toBe("agreement");
  expect(holds(compacted?.snapshot, "secret")).toBe(false);
  expect(updates.map((update) => [...update])).toEqual(before);
});

test("H1 the parts that history keeps are made on the way, with what was deleted since", async () => {
  const compactor = compactOnThread({ clock: makeManualClock() });
  const compacted = await compactor(typed("secret agreement"), [
    [0, 1, 2],
    [3, 4, 5],
  ]);
  const doc = new Y.Doc();
  for (const part of compacted?.parts ?? []) Y.applyUpdate(doc, part);
  expect(compacted?.parts).toHaveLength(2);
  expect(doc.getText("t").toJSON()).toBe("secret");
});

test("C3 null where something is missing, also from there", async () => {
  const compactor = compactOnThread({ clock: makeManualClock() });
  expect(await compactor(typed("abc").slice(1))).toBeNull();
});

test("C5 one that can't be read fails alone; those behind it are done", async () => {
  const compactor = compactOnThread({ clock: makeManualClock() });
  const [bad, good] = [compactor([new Uint8Array([9, 9, 9])]), compactor(typed("secret words"))];
  await expect(bad).rejects.toThrow("end of array");
  expect(textOf(await good)).toBe("words");
});

test("C5 one that takes too long is given up, and the next has a thread again", async () => {
  const clock = makeManualClock();
  const compactor = compactOnThread({ clock, patience: 1000 });
  const slow = compactor(typed("x".repeat(3000)));
  const next = compactor(typed("secret words"));
  clock.advance(1000);
  await expect(slow).rejects.toThrow("too long");
  expect(textOf(await next)).toBe("words");
});

test("C5 one that takes too much memory is given up", async () => {
  const compactor = compactOnThread({ clock: makeManualClock(), megabytes: 24 });
  const doc = new Y.Doc();
  for (let i = 0; i < 120_000; i += 1) doc.getMap("m").set(`key ${i}`, i);
  await expect(compactor([Y.encodeStateAsUpdate(doc)])).rejects.toThrow("memory");
  expect(textOf(await compactor(typed("secret words")))).toBe("words");
}, 20_000);

test("a thread with nothing to do ends, and is there again when there is", async () => {
  const clock = makeManualClock();
  const compactor = compactOnThread({ clock, idle: 1000 });
  expect(textOf(await compactor(typed("secret once")))).toBe("once");
  clock.advance(1000);
  expect(textOf(await compactor(typed("secret again")))).toBe("again");
});
