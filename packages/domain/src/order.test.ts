import * as fc from "fast-check";
import { generateKeyBetween } from "fractional-indexing";
import { describe, expect, test } from "vitest";

import { compareOrder, indexOf, keysAt, type Ordered, parseOrder } from "./order.ts";
import { entryId } from "./testing/replicas.ts";

const list = (...orders: string[]): Ordered[] =>
  orders.map((order, at) => ({ id: entryId(`e${at}`), order }));

/** The list with a new entry put at `index`, as the keys then sort it. */
function placed(others: readonly Ordered[], index: number): readonly Ordered[] {
  const { own, changed } = keysAt(others, index);
  const kept = others.map((entry) => changed.find(({ id }) => id === entry.id) ?? entry);
  return [...kept, { id: entryId("new"), order: own }].toSorted(compareOrder);
}

function isTaken(raw: string): boolean {
  try {
    return generateKeyBetween(raw, null) > raw && /^[0-9A-Za-z]+$/.test(raw);
  } catch {
    return false;
  }
}

describe("reading a key", () => {
  test.each([
    undefined,
    null,
    3,
    {},
    "",
    "a",
    "a00",
    "é0",
    "a0 ",
    "0",
    "A".repeat(5),
    "a".repeat(5000),
  ])("%j counts as the first key", (raw) => expect(parseOrder(raw)).toBe("a0"));

  test("takes what the library takes, and nothing else", () => {
    const letters = fc.constantFrom("A", "B", "Y", "Z", "a", "b", "c", "z", "0", "1", "V", "-");
    const key = fc.oneof(
      fc.string({ unit: letters, minLength: 1, maxLength: 5 }),
      fc
        .string({ unit: fc.constantFrom("0", "z"), minLength: 25, maxLength: 28 })
        .map((at) => `A${at}`),
    );
    fc.assert(
      fc.property(key, (raw) => {
        expect(parseOrder(raw)).toBe(isTaken(raw) ? raw : "a0");
      }),
      { numRuns: 2000 },
    );
  });

  test("whatever it lets through, a key can be made before and after it", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("A", "Z", "a", "z", "0", "1", "9", "V"), maxLength: 40 }),
        (raw) => {
          const key = parseOrder(raw);
          expect(generateKeyBetween(null, key) < key).toBe(true);
          expect(generateKeyBetween(key, null) > key).toBe(true);
        },
      ),
    );
  });
});

describe("choosing a key", () => {
  test("an entry stands where it was put, whatever the keys around it", () => {
    const key = fc.constantFrom("Zz", "a0", "a0V", "a1", "a2", "b00");
    fc.assert(
      fc.property(fc.array(key, { maxLength: 8 }), fc.nat(8), (orders, at) => {
        const others = list(...orders.toSorted((a, b) => (a < b ? -1 : 1)));
        const index = Math.min(at, others.length);
        const ids = others.map(({ id }) => id).toSpliced(index, 0, entryId("new"));
        expect(placed(others, index).map(({ id }) => id)).toEqual(ids);
      }),
    );
  });

  test("neighbours keep their keys unless they tie", () => {
    expect(keysAt(list("a0", "a1", "a2"), 1).changed).toEqual([]);
    expect(keysAt(list("a0", "a0", "a2"), 1).changed.map(({ id }) => id)).toEqual([entryId("e1")]);
    expect(keysAt(list("a0", "a0", "a2"), 2).changed).toEqual([]);
  });

  test("a thousand moves into the same gap leave keys short enough to read", () => {
    let others: readonly Ordered[] = list("a0", "a1");
    for (let at = 0; at < 3000; at += 1) {
      const index = at % 2 === 0 ? 1 : 2;
      const { own, changed } = keysAt(others, index);
      const id = entryId(`n${at}`);
      const kept = others.map((entry) => changed.find((other) => other.id === entry.id) ?? entry);
      others = kept.toSpliced(index, 0, { id, order: own }).toSpliced(index === 1 ? 3 : 1, 1);
      expect(own.length).toBeLessThanOrEqual(200);
      expect(others).toEqual(others.toSorted(compareOrder));
    }
  });
});

describe("naming a place", () => {
  const others = list("a0", "a1", "a2");

  test("up and down go one place, and nowhere from the ends", () => {
    expect(indexOf(others, 1, "up")).toBe(0);
    expect(indexOf(others, 0, "up")).toBeNull();
    expect(indexOf(others, 1, "down")).toBe(2);
    expect(indexOf(others, 3, "down")).toBeNull();
  });

  test("before and after stand beside a neighbour, and go nowhere when it has gone", () => {
    expect(indexOf(others, 0, { before: entryId("e2") })).toBe(2);
    expect(indexOf(others, 0, { after: entryId("e2") })).toBe(3);
    expect(indexOf(others, 0, { after: entryId("gone") })).toBeNull();
  });
});
