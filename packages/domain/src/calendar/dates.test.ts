import { describe, expect, test } from "vitest";
import * as Y from "yjs";

import { addAgreement, setReviewInIndex } from "../agreements/index-commands.ts";
import { type Day, parseDay } from "../dates.ts";
import { addGoal } from "../goals/commands.ts";
import { addStep, setStepDone } from "../goals/step-commands.ts";
import type { Owner } from "../owners.ts";
import { entryId, personId } from "../testing/replicas.ts";
import { ownDates, sharedDates } from "./dates.ts";

const maya = personId("maya");
const jonas = personId("jonas");
const nothing = { goals: null, agreements: null, checkIns: null };

function day(text: string): Day {
  const parsed = parseDay(text);
  if (!parsed) throw new Error("not a day");
  return parsed;
}

/** A goal with one step on a day. */
function withStep(doc: Y.Doc, name: string, owner: Owner, on: Day | null): void {
  addGoal(doc, { id: entryId(name), owner, title: `Title of ${name}` });
  addStep(doc, entryId(name), { id: entryId(`${name}-1`), action: `Do ${name}`, nextDate: on });
}

describe("the days of steps", () => {
  test("are those that have one and are not done", () => {
    const doc = new Y.Doc();
    withStep(doc, "open", maya, day("2026-12-05"));
    withStep(doc, "undated", maya, null);
    withStep(doc, "done", maya, day("2026-12-01"));
    setStepDone(doc, entryId("done"), entryId("done-1"), true);
    expect(ownDates(maya, doc)).toEqual([
      {
        sort: "step",
        key: `own-goals/${maya}/${entryId("open")}/${entryId("open-1")}`,
        day: "2026-12-05",
        every: null,
        room: `own-goals/${maya}`,
        words: "Do open",
      },
    ]);
  });

  test("of shared goals are everybody's but those that are the other's alone", () => {
    const goals = new Y.Doc();
    withStep(goals, "ours", "ours", day("2026-12-03"));
    withStep(goals, "hers", maya, day("2026-12-02"));
    withStep(goals, "his", jonas, day("2026-12-01"));
    const words = (me: typeof maya) =>
      sharedDates(me, { ...nothing, goals }).map(({ words }) => words);
    expect(words(maya)).toEqual(["Do hers", "Do ours"]);
    expect(words(jonas)).toEqual(["Do his", "Do ours"]);
  });
});

describe("the days of reviews and check-ins", () => {
  test("are as the list and the cadence have them", () => {
    const agreements = new Y.Doc();
    const id = entryId("evenings");
    addAgreement(agreements, { id, title: "Evenings", createdOn: day("2026-11-01") });
    setReviewInIndex(agreements, id, day("2027-05-01"));
    addAgreement(agreements, {
      id: entryId("money"),
      title: "Money",
      createdOn: day("2026-11-01"),
    });
    const checkIns = new Y.Doc();
    checkIns.getMap("details").set("every", "two-weeks");
    checkIns.getMap("details").set("nextOn", "2026-12-06");
    expect(sharedDates(maya, { ...nothing, agreements, checkIns })).toMatchObject([
      { sort: "check-in", key: "check-ins", day: "2026-12-06", every: "two-weeks" },
      { sort: "review", key: `agreement/${id}`, day: "2027-05-01", every: null, words: "Evenings" },
    ]);
  });

  test.each([
    [{ every: "hour", nextOn: "2026-12-06" }, [{ day: "2026-12-06", every: null }]],
    [{ every: "week", nextOn: "soon" }, []],
    [{ every: "week" }, []],
    [{ nextOn: 3 }, []],
  ])("of a broken or newer client's %j make no trouble", (details, dates) => {
    const checkIns = new Y.Doc();
    for (const [key, value] of Object.entries(details)) checkIns.getMap("details").set(key, value);
    expect(sharedDates(maya, { ...nothing, checkIns })).toMatchObject(dates);
  });

  test("of documents that are empty are none", () => {
    const docs = { goals: new Y.Doc(), agreements: new Y.Doc(), checkIns: new Y.Doc() };
    expect(sharedDates(maya, docs)).toEqual([]);
    expect(ownDates(maya, new Y.Doc())).toEqual([]);
  });
});
