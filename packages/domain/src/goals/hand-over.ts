import type * as Y from "yjs";

import { type EntryId, newEntryId } from "../ids.ts";
import { run } from "../origin.ts";
import type { Owner } from "../owners.ts";
import { addGoal, removeGoal } from "./commands.ts";
import { addStep, setStepDone } from "./step-commands.ts";
import { readGoals } from "./view.ts";

/** From which document a goal goes into which, and whose it is there. */
export interface HandOver {
  readonly from: Y.Doc;
  readonly to: Y.Doc;
  /** The goal, where it is now. */
  readonly id: EntryId;
  /** The goal, where it will be: another entry, for which nobody has agreed to anything yet. */
  readonly newId: EntryId;
  readonly owner: Owner;
}

/**
 * Makes what was mine ours, or what was ours mine: writes its words afresh into the other document
 * and takes it out of this one. Histories are never merged: who wrote what, and what they deleted,
 * stays where it was written. First the copy: what fails in between leaves it twice, never gone.
 */
export function handOverGoal({ from, to, id, newId, owner }: HandOver): void {
  const goal = readGoals(from).find((one) => one.id === id);
  if (!goal) return;
  const { title, why, progress, steps } = goal;
  const celebration = goal.celebration ?? "";
  run(to, "goals/copy", () => {
    const backing = owner === "ours" ? {} : { backing: goal.backing };
    addGoal(to, { id: newId, owner, title, why, progress, celebration, ...backing });
    for (const { cue, action, obstacle, nextDate, done } of steps) {
      const step = newEntryId();
      addStep(to, newId, { id: step, cue, action, obstacle, nextDate });
      if (done) setStepDone(to, newId, step, true);
    }
  });
  removeGoal(from, id);
}
