import { expect, test } from "vitest";

import { scanUpdate } from "../protocol/scan-update.ts";
import { concat } from "../protocol/writer.ts";
import { makeRandom } from "../testing/random.ts";
import { ClientIntervals, Intervals } from "./intervals.ts";

test("A4 known clocks are a set, whatever order they come in", () => {
  const random = makeRandom(3);
  for (let run = 0; run < 300; run += 1) {
    const intervals = new Intervals();
    const known = new Set<number>();
    for (let i = 0; i < 12; i += 1) {
      const from = random.below(40);
      const to = from + 1 + random.below(8);
      intervals.add(from, to);
      for (let clock = from; clock < to; clock += 1) known.add(clock);
      const ask = random.below(40);
      const end = ask + 1 + random.below(10);
      const asked = Array.from({ length: end - ask }, (_, offset) => ask + offset);
      const missing = intervals.missing(ask, end);
      expect(asked.filter((clock) => !known.has(clock))).toEqual(
        missing.flatMap((range) => asked.filter((at) => at >= range.clock && at < range.end)),
      );
      expect(intervals.covers(ask, end)).toBe(missing.length === 0);
    }
    let first = 0;
    while (known.has(first)) first += 1;
    expect(intervals.contiguous).toBe(first);
  }
});

test("A4 many ranges at once make the same set as one by one, in order or not", () => {
  const random = makeRandom(4);
  for (let run = 0; run < 300; run += 1) {
    const [singly, atOnce] = [new ClientIntervals(), new ClientIntervals()];
    for (let round = 0; round < 3; round += 1) {
      const ranges = Array.from({ length: random.below(60) }, () => {
        const clock = random.below(300);
        return { client: 1 + random.below(2), clock, end: clock + 1 + random.below(6) };
      });
      if (random.chance(0.5)) ranges.sort((a, b) => a.client - b.client || a.clock - b.clock);
      for (const { client, clock, end } of ranges) singly.add(client, clock, end);
      atOnce.addAll(ranges);
    }
    expect(deletesIn(atOnce.encode())).toEqual(deletesIn(singly.encode()));
  }
});

/** What a delete set deletes, client by client. */
function deletesIn(deleteSet: Uint8Array) {
  const scan = scanUpdate(concat([0], [deleteSet]));
  if (scan.kind === "refused") throw new Error(scan.why);
  return scan.deletes.toSorted((a, b) => a.client - b.client || a.clock - b.clock);
}
