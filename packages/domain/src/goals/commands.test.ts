import * as v from "valibot";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";

import { Day } from "../dates.ts";
import type { EntryId } from "../ids.ts";
import { entryId, makeReplicas, personId, sync } from "../testing/replicas.ts";
import { editText } from "../text.ts";
import { makeUndoManager } from "../undo.ts";
import {
  addGoal,
  celebrateGoal,
  goalText,
  moveGoal,
  removeGoal,
  setGoalBacking,
  setGoalOwner,
  setGoalProgress,
} from "./commands.ts";
import { goalsIn, stepsIn } from "./schema.ts";
import {
  addStep,
  moveStep,
  removeStep,
  setStepDate,
  setStepDone,
  stepText,
} from "./step-commands.ts";
import { readGoals } from "./view.ts";

const a = entryId("a");
const b = entryId("b");
const s = entryId("s");
const t = entryId("t");
const sam = personId("sam");
const monday = v.parse(Day, "2026-11-23");

function docWithGoal(): Y.Doc {
  const doc = new Y.Doc();
  addGoal(doc, { id: a, owner: "ours", title: "Walk", why: "Air" });
  addStep(doc, a, { id: s, cue: "After dinner", action: "shoes on", obstacle: "Rain" });
  addStep(doc, a, { id: t });
  return doc;
}

/** Two goals as clients wrote them before goals were celebrated. */
function docWithoutCelebration(): Y.Doc {
  const doc = new Y.Doc();
  for (const id of [a, b]) {
    const fields = { order: id === a ? "a0" : "a1", owner: "ours", progress: "idea" };
    goalsIn(doc).set(id, new Y.Map<unknown>(Object.entries(fields)));
  }
  return doc;
}

const stepIds = (doc: Y.Doc): readonly EntryId[] | undefined =>
  readGoals(doc)[0]?.steps.map(({ id }) => id);

describe("a goal", () => {
  test("is added, changed, moved and removed", () => {
    const doc = docWithGoal();
    addGoal(doc, { id: b, owner: sam, progress: "begun" });
    setGoalOwner(doc, a, sam);
    setGoalProgress(doc, a, "reached");
    moveGoal(doc, b, "up");
    expect(JSON.parse(JSON.stringify(readGoals(doc)))).toMatchObject([
      { id: b, owner: sam, progress: "begun", title: "", why: "", steps: [] },
      { id: a, owner: sam, progress: "reached", title: "Walk", why: "Air" },
    ]);
    removeGoal(doc, b);
    expect(readGoals(doc).map(({ id }) => id)).toEqual([a]);
  });

  test("comes back with its steps when its removal is undone", () => {
    const doc = docWithGoal();
    const undo = makeUndoManager(doc);
    const before = goalsIn(doc).toJSON();
    removeGoal(doc, a);
    undo.undo();
    expect(goalsIn(doc).toJSON()).toEqual(before);
  });

  test("is typed into by both at once", () => {
    const [one, two] = makeReplicas();
    addGoal(one, { id: a, owner: "ours", title: "Walk" });
    sync(one, two);
    for (const [doc, index, insert] of [
      [one, 0, "A "],
      [two, 4, " daily"],
    ] as const) {
      const text = goalText(doc, a, "title");
      if (text) editText(doc, text, { index, remove: 0, insert });
    }
    sync(one, two);
    expect(readGoals(one)[0]?.title).toBe("A Walk daily");
    expect(readGoals(two)[0]?.title).toBe("A Walk daily");
  });
});

describe("mechanic 6: the backing that an owner chose", () => {
  test("is listening until they choose something else, and what nobody can read is listening", () => {
    const doc = new Y.Doc();
    addGoal(doc, { id: a, owner: sam });
    expect(readGoals(doc)[0]?.backing).toBe("listen");
    setGoalBacking(doc, a, "leave");
    expect(readGoals(doc)[0]?.backing).toBe("leave");
    const entry = goalsIn(doc).get(a);
    if (entry instanceof Y.Map) entry.set("backing", "nag");
    expect(readGoals(doc)[0]?.backing).toBe("listen");
  });

  test("is part of a goal from its beginning where that is known", () => {
    const doc = new Y.Doc();
    addGoal(doc, { id: a, owner: sam, backing: "remind" });
    expect(readGoals(doc)[0]?.backing).toBe("remind");
  });
});

describe("a celebration", () => {
  test("has room for what helped, which both write at once", () => {
    const [one, two] = makeReplicas();
    addGoal(one, { id: a, owner: "ours", celebration: "We walked" });
    sync(one, two);
    for (const [doc, index, insert] of [
      [one, 0, "Slowly. "],
      [two, 9, " home"],
    ] as const) {
      const text = goalText(doc, a, "celebration");
      if (text) editText(doc, text, { index, remove: 0, insert });
    }
    sync(one, two);
    for (const doc of [one, two])
      expect(readGoals(doc)[0]?.celebration).toBe("Slowly. We walked home");
  });

  test("is made room for in a goal that was written before there was any", () => {
    const doc = docWithoutCelebration();
    expect(readGoals(doc).map(({ celebration }) => celebration)).toEqual([null, null]);
    setGoalProgress(doc, a, "nearly-there");
    expect(readGoals(doc)[0]?.celebration).toBeNull();
    setGoalProgress(doc, a, "reached");
    celebrateGoal(doc, b);
    expect(readGoals(doc).map(({ celebration }) => celebration)).toEqual(["", ""]);
  });

  test("keeps its words when the goal is reached anew", () => {
    const doc = new Y.Doc();
    addGoal(doc, { id: a, owner: "ours", progress: "reached", celebration: "Patience" });
    setGoalProgress(doc, a, "nearly-there");
    setGoalProgress(doc, a, "reached");
    celebrateGoal(doc, a);
    expect(readGoals(doc)[0]?.celebration).toBe("Patience");
  });
});

describe("mechanic 5: a step is an if-then plan", () => {
  test("has a cue, an action, an obstacle, a day and whether it is done", () => {
    const doc = docWithGoal();
    setStepDate(doc, a, s, monday);
    setStepDone(doc, a, s, true);
    expect({ ...readGoals(doc)[0]?.steps[0] }).toMatchObject({
      cue: "After dinner",
      action: "shoes on",
      obstacle: "Rain",
      nextDate: "2026-11-23",
      done: true,
    });
    setStepDate(doc, a, s, null);
    expect(readGoals(doc)[0]?.steps[0]?.nextDate).toBeNull();
  });

  test("moves and is removed", () => {
    const doc = docWithGoal();
    moveStep(doc, a, t, { before: s });
    expect(stepIds(doc)).toEqual([t, s]);
    removeStep(doc, a, t);
    expect(stepIds(doc)).toEqual([s]);
    expect(stepText(doc, a, s, "cue")?.toJSON()).toBe("After dinner");
  });

  test("of a goal that has gone is left alone", () => {
    const doc = docWithGoal();
    removeGoal(doc, a);
    addStep(doc, a, { id: entryId("u") });
    moveStep(doc, a, s, "down");
    setStepDone(doc, a, s, true);
    removeStep(doc, a, s);
    expect(readGoals(doc)).toEqual([]);
    expect(stepText(doc, a, s, "cue")).toBeNull();
  });

  test("written badly by another client is read as if it were new", () => {
    const doc = docWithGoal();
    const fields = { nextDate: "2026-02-30", done: "yes", cue: ["x"] };
    stepsIn(doc, a)?.set(s, new Y.Map<unknown>(Object.entries(fields)));
    goalsIn(doc).set(
      b,
      new Y.Map<unknown>([
        ["steps", 5],
        ["progress", 1],
      ]),
    );
    expect({ ...readGoals(doc)[0]?.steps[0] }).toMatchObject({
      nextDate: null,
      done: false,
      cue: "",
    });
    expect({ ...readGoals(doc)[1] }).toMatchObject({ steps: [], progress: "idea", owner: "ours" });
  });
});
