import * as Y from "yjs";
import { describe, expect, test } from "vitest";

import type { ClauseRun } from "../agreements/clause-nodes.ts";
import { addClause } from "../agreements/commands.ts";
import { addGoal, setGoalProgress } from "../goals/commands.ts";
import { addStep, setStepDate, setStepDone } from "../goals/step-commands.ts";
import { addNeed, setNeedKind, setNeedStatus } from "../needs/commands.ts";
import { parseDay } from "../dates.ts";
import { entryId, personId } from "../testing/replicas.ts";
import { canonicalOf, hashOf } from "./canonical.ts";
import { entryOfSubject, subjectOfEntry } from "./subjects.ts";

const id = entryId("one");
const maya = personId("maya");

describe("the words that an assent is given to", () => {
  test("of a need are its kind, its words and what would help; not whether it is met", () => {
    const doc = new Y.Doc();
    addNeed(doc, { id, owner: maya, kind: "boundary", text: " My  phone\nis mine ", help: "Ask" });
    const before = canonicalOf({ room: "needs", entry: id }, doc);
    expect(before).toEqual({
      text: "boundary: My phone is mine\nwhat would help: Ask",
      owner: maya,
    });
    setNeedStatus(doc, id, "met");
    expect(canonicalOf({ room: "needs", entry: id }, doc)).toEqual(before);
    setNeedKind(doc, id, "desire");
    expect(canonicalOf({ room: "needs", entry: id }, doc)).not.toEqual(before);
  });

  test("of a goal are its title, why and steps; not how far it is, nor the next day", () => {
    const doc = new Y.Doc();
    addGoal(doc, { id, owner: "ours", title: "Walk", why: "Air" });
    addStep(doc, id, { id: entryId("step"), cue: "Sunday", action: "boots on" });
    const before = canonicalOf({ room: "goals", entry: id }, doc);
    expect(before?.text).toBe("Walk\nwhy: Air\n- when: Sunday; then: boots on");
    setGoalProgress(doc, id, "reached");
    setStepDone(doc, id, entryId("step"), true);
    setStepDate(doc, id, entryId("step"), parseDay("2027-01-01"));
    expect(canonicalOf({ room: "goals", entry: id }, doc)).toEqual(before);
  });

  test("of a clause are its canonical text, and both are asked", () => {
    const doc = new Y.Doc();
    const runs: ClauseRun[] = ["At ", { text: "seven", marks: ["strong"] }];
    addClause(doc, { id, content: [{ type: "paragraph", runs }] });
    const room = `agreement/${entryId("evenings")}` as const;
    expect(canonicalOf({ room, entry: id }, doc)).toEqual({ text: "At seven", owner: "ours" });
  });

  test("are none where nobody assents: own goals, lists, and what has gone", () => {
    const doc = new Y.Doc();
    addGoal(doc, { id, owner: "ours", title: "Walk" });
    expect(canonicalOf({ room: `own-goals/${maya}`, entry: id }, doc)).toBeNull();
    expect(canonicalOf({ room: "agreements", entry: id }, doc)).toBeNull();
    expect(canonicalOf({ room: "needs", entry: id }, doc)).toBeNull();
  });

  test("have one hash for ever", () => {
    expect(hashOf("We eat at seven.")).toBe(
      "e83b5ae5092d7e9e8d7a9890d377188087337e2e96590eeaf46ecb9f7b9d79ff",
    );
  });
});

test("a subject is read back as the entry that it was made of, and is no entry otherwise", () => {
  for (const room of ["needs", `agreement/${entryId("a")}`, `own-goals/${maya}`] as const) {
    expect(entryOfSubject(subjectOfEntry(room, id))).toEqual({ room, entry: id });
  }
});
