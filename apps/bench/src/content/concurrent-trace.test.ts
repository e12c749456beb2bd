import { existsSync } from "node:fs";
import { join } from "node:path";

import { expect, it } from "vitest";

import { tracesDir } from "../paths.ts";
import { readConcurrentTrace, writeTogether } from "./concurrent-trace.ts";
import type { Recording } from "./recording.ts";

type Txn = Recording["txns"][number];
const txn = (agent: 0 | 1, parents: number[], ...patch: Txn["patches"][number]): Txn => ({
  agent,
  parents,
  patches: [patch],
});

/** Both go on from "ab", and neither sees what the other does until the first reads it all. */
const apart = [
  txn(0, [], 0, 0, "a"),
  txn(1, [0], 1, 0, "b"),
  txn(0, [1], 2, 0, "c"),
  txn(1, [1], 0, 1, ""),
  txn(1, [3], 1, 0, "d"),
  txn(0, [2, 4], 3, 0, "e"),
];

it("lets each write upon just what they had seen of the other", () => {
  const { authors, text } = writeTogether(apart);
  expect(text).toBe("bcde");
  expect(authors[0].edits.map(({ upon }) => upon)).toEqual([0, 1, 2]);
  expect(authors[1].edits.map(({ upon }) => upon)).toEqual([1, 1, 1]);
});

it("moves nobody's clock by a deletion", () => {
  const [, second] = writeTogether(apart).authors;
  expect([0, 1, 2, 3].map((count) => second.clockAfter(count))).toEqual([0, 1, 1, 2]);
});

it("refuses a recording in which one person writes in two places at once", () => {
  const twice = [txn(0, [], 0, 0, "a"), txn(0, [], 0, 0, "b")];
  expect(() => writeTogether(twice)).toThrow("do not follow one another");
});

const name = "friendsforever.json.gz";
it.skipIf(!existsSync(join(tracesDir, name)))(
  "ends in the recorded text",
  { timeout: 30_000 },
  () => {
    const { authors, text } = readConcurrentTrace(name, Infinity);
    expect(text.length).toBe(21_362);
    expect(authors.map(({ edits }) => edits.length)).toEqual([12_124, 13_954]);
  },
);
