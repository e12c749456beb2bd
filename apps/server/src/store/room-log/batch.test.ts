import * as fc from "fast-check";
import { expect, it } from "vitest";

import { packBatch, unpackBatch } from "./batch.ts";

const append = fc.record({
  room: fc.string({ minLength: 1 }).filter((name) => !name.includes("\n")),
  author: fc.string({ minLength: 1 }).filter((name) => !name.includes("\n")),
  at: fc.nat({ max: 2 ** 45 }),
  update: fc.uint8Array({ maxLength: 50 }),
  binds: fc.array(fc.nat({ max: 2 ** 32 }), { maxLength: 3 }),
});

it("comes out on the other side as it went in", () => {
  fc.assert(
    fc.property(fc.array(append), (batch) => {
      const there = [...unpackBatch(packBatch(batch))];
      expect(there).toEqual(batch.map((one) => ({ ...one, update: new Uint8Array(one.update) })));
    }),
  );
});

it("refuses a name that would be taken for two", () => {
  const one = { room: "a", author: "b", at: 0, update: new Uint8Array(), binds: [] };
  expect(() => packBatch([{ ...one, room: "a\nb" }])).toThrow("line's end");
  expect(() => packBatch([{ ...one, author: "a\nb" }])).toThrow("line's end");
});
