import * as fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";

import { Day } from "../dates.ts";
import { entryId } from "../testing/replicas.ts";
import { forgetPictures, keepPicture, picturesIn, readPictures } from "./commands.ts";
import { type Answer, type Answers, type Item, itemsOf, type Safety, sections } from "./items.ts";
import { resultOf } from "./result.ts";

const safe: Safety = { free: "yes", afraid: "no" };
const items: readonly Item[] = sections.flatMap((section): readonly Item[] => itemsOf[section]);

/** The same answer to all items of these sections. */
const all = (answer: Answer, ...of: readonly (keyof typeof itemsOf)[]): Answers =>
  Object.fromEntries(of.flatMap((section) => itemsOf[section].map((item) => [item, answer])));

function pictureOf(answers: Answers) {
  const result = resultOf(answers, safe);
  if (result.kind === "help") throw new Error("help");
  return result;
}

describe("the bands", () => {
  test.each([
    [0, "attention"],
    [1, "attention"],
    [2, "growing"],
    [3, "steady"],
    [4, "steady"],
  ] as const)("of a section answered %i throughout is %s", (answer, band) => {
    expect(pictureOf(all(answer, "trust")).bands.trust).toBe(band);
  });

  test("are said only where three in five of a section were answered", () => {
    const three: Answers = { "said-needs": 3, "raised-early": 3, listened: 3 };
    expect(pictureOf(three).bands.communication).toBe("steady");
    expect(pictureOf({ ...three, listened: "skip" }).bands.communication).toBeNull();
    expect(pictureOf({}).bands).toEqual(
      Object.fromEntries(sections.map((section) => [section, null])),
    );
  });
});

describe("the placement on the two circles", () => {
  test.each([
    [4, 4, "interdependent"],
    [1, 4, "dependent-leaning"],
    [4, 1, "independent-leaning"],
    [1, 1, "running-low"],
  ] as const)("of Me %i and We %i is %s", (me, we, placement) => {
    expect(pictureOf({ ...all(me, "me"), ...all(we, "we") }).placement).toBe(placement);
  });

  test("near a line is between, and without either none", () => {
    const answers: Answers = {
      ...all(4, "we"),
      "kept-mine": 3,
      "own-choices": 2,
      "more-than-one": 3,
    };
    expect(pictureOf(answers).placement).toBe("between");
    expect(pictureOf(all(4, "me")).placement).toBeNull();
  });
});

describe("S26 where safety is in question", () => {
  test.each([
    { free: "no", afraid: "no" },
    { free: "yes", afraid: "sometimes" },
    { free: null, afraid: "yes" },
  ] as const)("there is help instead of a picture: %j", (safety) => {
    expect(resultOf(all(4, ...sections), safety)).toEqual({ kind: "help" });
  });

  test("one answer “wouldn’t feel safe” is enough, whatever else was said", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...items),
        fc.constantFrom<Answer>(0, 2, 4, "skip"),
        (item, rest) => {
          const answers = { ...all(rest, ...sections), [item]: "unsafe" as const };
          expect(resultOf(answers, safe)).toEqual({ kind: "help" });
        },
      ),
    );
  });

  test("nothing of it is ever kept", () => {
    const doc = new Y.Doc();
    const before = Y.encodeStateVector(doc);
    keepPicture(doc, {
      id: entryId("one"),
      on: v.parse(Day, "2026-11-24"),
      result: { kind: "help" },
    });
    expect(Y.encodeStateVector(doc)).toEqual(before);
  });
});

test("a picture holds no total, no percentage, no comparison and no prediction", () => {
  const result = pictureOf(all(3, ...sections));
  expect(Object.keys(result).toSorted()).toEqual([
    "at",
    "bands",
    "kind",
    "placement",
    "practice",
    "strength",
  ]);
});

test("one strength and one small practice are named, from what was answered", () => {
  const result = pictureOf({ ...all(3, "trust"), "told-truth": 4, "owned-mistake": 1 });
  expect(result.strength).toBe("told-truth");
  expect(result.practice).toBe("owned-mistake");
  expect(pictureOf(all(4, ...sections)).practice).toBeNull();
  expect(pictureOf(all(0, ...sections)).strength).toBeNull();
});

test("what is kept are the bands and the day: no answer, and nothing about safety", () => {
  const doc = new Y.Doc();
  const on = v.parse(Day, "2026-11-24");
  keepPicture(doc, { id: entryId("one"), on, result: pictureOf(all(2, ...sections)) });
  expect(readPictures(doc)).toMatchObject([{ on, bands: { trust: "growing" } }]);
  expect(Object.keys(picturesIn(doc).toJSON()[entryId("one")]).toSorted()).toEqual([
    "communication",
    "me",
    "on",
    "order",
    "respect",
    "trust",
    "we",
  ]);
  forgetPictures(doc);
  expect(readPictures(doc)).toEqual([]);
});
