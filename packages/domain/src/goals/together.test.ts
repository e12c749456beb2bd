import * as fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";

import { compareOrder } from "../order.ts";
import { entryId, makeReplicas, sync } from "../testing/replicas.ts";
import { editText } from "../text.ts";
import { makeUndoManager } from "../undo.ts";
import {
  addGoal,
  goalText,
  moveGoal,
  removeGoal,
  setGoalBacking,
  setGoalProgress,
} from "./commands.ts";
import { backings, goalsIn } from "./schema.ts";
import { addStep, moveStep, removeStep, setStepDone, stepText } from "./step-commands.ts";
import { readGoals } from "./view.ts";

const kinds = [
  "add",
  "remove",
  "move",
  "progress",
  "backing",
  "celebrate",
  "add step",
  "remove step",
  "move step",
  "type",
  "done",
  "undo",
  "redo",
  "sync",
] as const;
type Kind = (typeof kinds)[number];

const plan = fc.record({
  on: fc.constantFrom(0, 1),
  kind: fc.constantFrom(...kinds),
  at: fc.nat(20),
  to: fc.nat(20),
});

/** One random command of a person, on what they see. */
function act(doc: Y.Doc, kind: Kind, at: number, to: number, fresh: string): void {
  const goals = readGoals(doc);
  const goal = goals[at % goals.length];
  if (kind === "add") addGoal(doc, { id: entryId(fresh), owner: "ours", title: fresh });
  if (!goal) return;
  const other = goals[to % goals.length] ?? goal;
  if (kind === "remove") removeGoal(doc, goal.id);
  if (kind === "move") moveGoal(doc, goal.id, { before: other.id });
  if (kind === "progress") setGoalProgress(doc, goal.id, to % 2 === 0 ? "begun" : "reached");
  if (kind === "backing") setGoalBacking(doc, goal.id, backings[to % backings.length] ?? "listen");
  const helped = goalText(doc, goal.id, "celebration");
  if (kind === "celebrate" && helped)
    editText(doc, helped, { index: to, remove: 0, insert: fresh });
  if (kind === "add step") addStep(doc, goal.id, { id: entryId(fresh), cue: fresh });
  const step = goal.steps[to % goal.steps.length];
  if (!step) return;
  if (kind === "remove step") removeStep(doc, goal.id, step.id);
  if (kind === "move step") moveStep(doc, goal.id, step.id, at % 2 === 0 ? "up" : "down");
  if (kind === "done") setStepDone(doc, goal.id, step.id, !step.done);
  const cue = stepText(doc, goal.id, step.id, "cue");
  if (kind === "type" && cue) editText(doc, cue, { index: to, remove: at % 2, insert: fresh });
}

test("goals and their steps are the same for both, whatever they do and undo at once", () => {
  fc.assert(
    fc.property(fc.array(plan, { maxLength: 60 }), (plans) => {
      const docs = makeReplicas();
      const undo = docs.map((doc) => makeUndoManager(doc));
      plans.forEach(({ on, kind, at, to }, step) => {
        if (kind === "sync") sync(...docs);
        else if (kind === "undo") undo[on]?.undo();
        else if (kind === "redo") undo[on]?.redo();
        else act(docs[on], kind, at, to, `n${step}`);
      });
      sync(...docs);
      const [one, two] = docs.map((doc) => readGoals(doc));
      expect(JSON.stringify(one)).toBe(JSON.stringify(two));
      expect(one).toEqual(one?.toSorted(compareOrder));
      for (const { steps } of one ?? []) expect(steps).toEqual(steps.toSorted(compareOrder));
      undo.forEach((manager) => manager.destroy());
    }),
    { numRuns: 150 },
  );
});

test("all that a person did alone is undone, and done again, step by step", () => {
  fc.assert(
    fc.property(fc.array(plan, { maxLength: 30 }), (plans) => {
      const doc = new Y.Doc();
      const undo = makeUndoManager(doc);
      plans.forEach(({ kind, at, to }, step) => act(doc, kind, at, to, `n${step}`));
      const done: unknown = goalsIn(doc).toJSON();
      while (undo.canUndo()) undo.undo();
      expect(goalsIn(doc).toJSON()).toEqual({});
      while (undo.canRedo()) undo.redo();
      expect(goalsIn(doc).toJSON()).toEqual(done);
      undo.destroy();
    }),
    { numRuns: 150 },
  );
});
