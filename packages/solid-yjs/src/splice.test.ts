import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  applySplice,
  diffSplice,
  type Splice,
  transformSelection,
  transformSplice,
} from "./splice.ts";

const words = fc.string({ unit: fc.constantFrom("a", "b", "é", "\n", "👍", "👎", "🏽") });

const spliceOf = (text: string): fc.Arbitrary<Splice> =>
  fc.tuple(fc.nat(text.length), fc.nat(text.length)).chain(([from, to]) =>
    fc.record({
      index: fc.constant(Math.min(from, to)),
      remove: fc.constant(Math.abs(from - to)),
      insert: fc.string({ unit: fc.constantFrom("x", "y"), maxLength: 3 }),
    }),
  );

describe("what was typed, found by comparing", () => {
  test.each([
    ["typed among equals", "aaa", "aaaa", 2, { index: 1, remove: 0, insert: "a" }],
    ["removed among equals", "aaaa", "aaa", 1, { index: 1, remove: 1, insert: "" }],
    ["typed at the start", "ab", "xab", 1, { index: 0, remove: 0, insert: "x" }],
    ["typed at the end", "ab", "abx", 3, { index: 2, remove: 0, insert: "x" }],
    ["a selection replaced", "one two", "one 2", 5, { index: 4, remove: 3, insert: "2" }],
    [
      "a selection replaced by its own start",
      "abcabc",
      "abc",
      3,
      { index: 3, remove: 3, insert: "" },
    ],
    ["all gone", "abc", "", 0, { index: 0, remove: 3, insert: "" }],
    ["a caret that tells nothing", "abc", "abcd", 0, { index: 3, remove: 0, insert: "d" }],
  ])("%s", (_, before, after, caret, splice) => {
    expect(diffSplice(before, after, caret)).toEqual(splice);
  });

  test("nothing, where nothing was", () => expect(diffSplice("a", "a", 1)).toBeNull());

  test("an emoji is replaced whole, though its half is the same", () => {
    expect(diffSplice("a👍b", "a👎b", 3)).toEqual({ index: 1, remove: 2, insert: "👎" });
    expect(diffSplice("👍", "🐍", 2)).toEqual({ index: 0, remove: 2, insert: "🐍" });
    expect(diffSplice("a👍👍", "a👍", 3)).toEqual({ index: 3, remove: 2, insert: "" });
  });

  test("always turns the one text into the other, and never parts a character", () => {
    fc.assert(
      fc.property(words, words, fc.nat(20), (before, after, caret) => {
        const splice = diffSplice(before, after, Math.min(caret, after.length));
        expect(splice === null ? before : applySplice(before, splice)).toBe(after);
        if (!splice) return;
        const removed = before.slice(splice.index, splice.index + splice.remove);
        expect([removed.isWellFormed(), splice.insert.isWellFormed()]).toEqual([true, true]);
      }),
    );
  });
});

describe("a selection after another's change", () => {
  const insert = { index: 3, remove: 0, insert: "xx" };
  const removal = { index: 2, remove: 3, insert: "" };

  test.each([
    ["a caret before it stays", [2, 2], insert, [2, 2]],
    ["a caret at it stays before it", [3, 3], insert, [3, 3]],
    ["a caret behind it follows its letter", [4, 4], insert, [6, 6]],
    ["a range that starts at it leaves it out", [3, 5], insert, [5, 7]],
    ["a range that ends at it leaves it out", [1, 3], insert, [1, 3]],
    ["a range around it takes it in", [1, 5], insert, [1, 7]],
    ["a caret in what is removed goes to its place", [4, 4], removal, [2, 2]],
    ["a range in what is removed becomes a caret", [3, 5], removal, [2, 2]],
    ["a range across its end shrinks", [3, 8], removal, [2, 5]],
  ])("%s", (_, [start = 0, end = 0], splice, [from, to]) => {
    expect(transformSelection({ start, end }, splice)).toEqual({ start: from, end: to });
  });
});

describe("one's own change against another's", () => {
  test("whatever the two are: their words stay, one's own are put, and what either removed is gone", () => {
    const both = fc
      .nat(12)
      .map((length) => Array.from({ length }, (_, at) => String.fromCodePoint(65 + at)).join(""))
      .chain((text) => fc.tuple(fc.constant(text), spliceOf(text), spliceOf(text)));
    fc.assert(
      fc.property(both, ([text, own, other]) => {
        const mine = { ...own, insert: "!" };
        const merged = transformSplice(mine, other).reduce(applySplice, applySplice(text, other));
        const gone = (splice: Splice, at: number): boolean =>
          at >= splice.index && at < splice.index + splice.remove;
        const kept = text.replaceAll(/./g, (letter, at: number) =>
          gone(own, at) || gone(other, at) ? "" : letter,
        );
        expect(merged.replaceAll(/[^A-Z]/g, "")).toBe(kept);
        expect(merged.replaceAll(/[^xy]/g, "")).toBe(other.insert);
        expect(merged.split("!")).toHaveLength(2);
      }),
      { numRuns: 500 },
    );
  });
});
