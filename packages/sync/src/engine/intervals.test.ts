import { expect, test } from "vitest";

import { makeRandom } from "../testing/random.ts";
import { Intervals } from "./intervals.ts";

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
