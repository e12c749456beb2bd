import * as v from "valibot";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";

import { Day } from "../dates.ts";
import { goalWords } from "../ledger/canonical.ts";
import { entryId, personId } from "../testing/replicas.ts";
import { makeUndoManager } from "../undo.ts";
import { addGoal, goalText } from "./commands.ts";
import { handOverGoal } from "./hand-over.ts";
import { addStep, setStepDone } from "./step-commands.ts";
import { readGoals } from "./view.ts";

const a = entryId("a");
const fresh = entryId("fresh");
const sam = personId("sam");
const nextDate = v.parse(Day, "2026-11-23");

function docs() {
  const own = new Y.Doc();
  const shared = new Y.Doc();
  addGoal(own, {
    id: a,
    owner: sam,
    title: "Run",
    why: "Air",
    progress: "reached",
    backing: "ask",
    celebration: "The short loop",
  });
  addStep(own, a, { id: entryId("s"), cue: "I come home", action: "I change shoes", nextDate });
  addStep(own, a, { id: entryId("t"), action: "I stretch", obstacle: "two minutes will do" });
  setStepDone(own, a, entryId("t"), true);
  return { own, shared };
}

describe("a goal of one's own", () => {
  test("is made ours: all its words are there, and it is gone from where it was", () => {
    const { own, shared } = docs();
    const [before] = readGoals(own);
    const words = before && goalWords(before);
    handOverGoal({ from: own, to: shared, id: a, newId: fresh, owner: "ours" });
    expect(readGoals(own)).toEqual([]);
    const [goal] = readGoals(shared);
    expect(goal && goalWords(goal)).toBe(words);
    expect(JSON.parse(JSON.stringify(goal))).toMatchObject({
      id: fresh,
      owner: "ours",
      progress: "reached",
      celebration: "The short loop",
      backing: "listen",
      steps: [
        { action: "I change shoes", nextDate: "2026-11-23", done: false },
        { action: "I stretch", obstacle: "two minutes will do", done: true },
      ],
    });
  });

  test("S10 takes no history along: what was typed and deleted stays where it was typed", () => {
    const { own, shared } = docs();
    const title = goalText(own, a, "title");
    title?.insert(3, " away from all this");
    title?.delete(3, 19);
    handOverGoal({ from: own, to: shared, id: a, newId: fresh, owner: "ours" });
    const bytes = new TextDecoder("latin1").decode(Y.encodeStateAsUpdate(shared));
    expect(readGoals(shared)[0]?.title).toBe("Run");
    expect(bytes).not.toContain("away");
    expect([...shared.store.clients.keys()]).toEqual([shared.clientID]);
  });

  test("is made mine again, and keeps none of the other's claim to it", () => {
    const { own, shared } = docs();
    handOverGoal({ from: own, to: shared, id: a, newId: fresh, owner: "ours" });
    handOverGoal({ from: shared, to: own, id: fresh, newId: entryId("back"), owner: sam });
    expect(readGoals(shared)).toEqual([]);
    expect(readGoals(own)).toMatchObject([{ id: entryId("back"), owner: sam, backing: "listen" }]);
  });

  test("comes back, and leaves nothing behind, when both halves are undone", () => {
    const { own, shared } = docs();
    const undo = [own, shared].map(makeUndoManager);
    const before = JSON.stringify(readGoals(own));
    handOverGoal({ from: own, to: shared, id: a, newId: fresh, owner: "ours" });
    for (const manager of undo) manager.undo();
    expect(JSON.stringify(readGoals(own))).toBe(before);
    expect(readGoals(shared)).toEqual([]);
    for (const manager of undo) manager.destroy();
  });

  test("that has gone meanwhile is handed over to nobody", () => {
    const { own, shared } = docs();
    handOverGoal({ from: own, to: shared, id: entryId("gone"), newId: fresh, owner: "ours" });
    expect(readGoals(shared)).toEqual([]);
    expect(readGoals(own)).toHaveLength(1);
  });
});
