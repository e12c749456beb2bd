import { Subject } from "@concord/domain/ledger/subjects";
import * as v from "valibot";
import { expect, test } from "vitest";

import { beginningFrom, beginningIn, pathOfOrigin } from "./origin.ts";

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

test("a long clause comes along by its first words, whole ones", () => {
  const subject = v.parse(Subject, "goals/goal-one");
  const { words } = beginningFrom({
    subject,
    words: " We\neat " + "together 🍲 ".repeat(40),
  }).promiseFrom;
  expect(words).toMatch(/^We eat together .*…$/u);
  expect(words.length).toBeLessThan(290);
  expect(beginningIn(beginningFrom({ subject, words }))).toEqual({ subject, words });
});
