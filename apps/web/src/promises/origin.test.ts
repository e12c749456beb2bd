import { Subject } from "@concord/domain/ledger/subjects";
import * as v from "valibot";
import { expect, test } from "vitest";

import { beginningIn, pathOfOrigin } from "./origin.ts";

test.each([
  ["goals/goal-one", "goals"],
  ["own-goals/person-1/goal-one", "goals"],
  ["needs/need-one", "needs"],
  ["agreement/evenings/clause-1", "agreements/evenings"],
  ["check-in/check-in-1", "check-ins/check-in-1"],
  ["promise/promise-1", null],
  ["agreements/evenings", null],
  ["calendar", null],
])("what comes from %s is read at %s", (subject, path) => {
  expect(pathOfOrigin(v.parse(Subject, subject))).toBe(path);
});

test("a promise is begun from what the way here says, and from nothing that makes no sense", () => {
  const promiseFrom = { subject: "goals/goal-one", words: "Walk" };
  expect(beginningIn({ promiseFrom })).toEqual(promiseFrom);
  for (const state of [
    null,
    undefined,
    "x",
    {},
    { promiseFrom: null },
    { promiseFrom: { words: "" } },
  ])
    expect(beginningIn(state)).toBeNull();
});

test.each([
  ["Walk every week", "Walk every week"],
  [" We eat at seven.\nPhones sleep in the kitchen.", "We eat at seven."],
  ["## A pause is not an ending\nEither of us may ask", "A pause is not an ending"],
  ["- argue by text", "argue by text"],
  ["", ""],
])("%j comes along as %j", (words, short) => {
  const subject = v.parse(Subject, "goals/goal-one");
  expect(beginningIn({ promiseFrom: { subject, words } })?.words).toBe(short);
});

test("a long clause comes along by its first words, whole ones", () => {
  const subject = v.parse(Subject, "goals/goal-one");
  const promiseFrom = { subject, words: "together 🍲 ".repeat(40).slice(0, 400) };
  const words = beginningIn({ promiseFrom })?.words;
  expect(words).toMatch(/^together 🍲 .*…$/u);
  expect(words?.length).toBeLessThan(125);
});
