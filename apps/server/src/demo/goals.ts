import { addGoal } from "@concord/domain/goals/commands";
import { addStep, setStepDone } from "@concord/domain/goals/step-commands";
import { newEntryId } from "@concord/domain/ids";

import type { Couple } from "./couple.ts";
import { dayFrom } from "./days.ts";
import type { Scribe } from "./scribe.ts";

export async function writeGoals(scribe: Scribe, couple: Couple, now: number): Promise<void> {
  await writeMountains(scribe, couple, now);
  await writeRunning(scribe, couple, now);
  await scribe("goals", couple.maya, (doc) =>
    addGoal(doc, {
      id: newEntryId(),
      owner: "ours",
      progress: "idea",
      title: "Three months of costs put aside",
      why: "So that a broken boiler is a nuisance and not a quarrel.",
    }),
  );
}

async function writeMountains(scribe: Scribe, { maya, jonas }: Couple, now: number): Promise<void> {
  const id = newEntryId();
  await scribe("goals", maya, (doc) => {
    const title = "A week in the mountains next summer";
    const why = "Our best talks happen on long walks, and the last one was three years ago.";
    addGoal(doc, { id, owner: "ours", progress: "begun", title, why });
    addStep(doc, id, {
      id: newEntryId(),
      cue: "When Sunday breakfast is cleared away",
      action: "we compare two huts and choose one",
      obstacle: "If one of us is tired, we choose by the picture alone.",
      nextDate: dayFrom(now, 6),
    });
  });
  await scribe("goals", jonas, (doc) => {
    const step = newEntryId();
    addStep(doc, id, {
      id: step,
      cue: "When the roster for July is out",
      action: "I ask for the second week off the same day",
      obstacle: "If somebody has asked before me, I offer to take their Christmas shift.",
      nextDate: dayFrom(now, -2),
    });
    setStepDone(doc, id, step, true);
  });
}

async function writeRunning(scribe: Scribe, { jonas }: Couple, now: number): Promise<void> {
  const id = newEntryId();
  await scribe("goals", jonas, (doc) => {
    const title = "Run ten kilometres without a stop";
    const why = "I sleep better, and I am better company in the evening.";
    addGoal(doc, { id, owner: jonas, progress: "under-way", title, why });
    addStep(doc, id, {
      id: newEntryId(),
      cue: "When I come home on Tuesday and Thursday",
      action: "I change my shoes before I sit down",
      obstacle: "If it rains, I run the short loop.",
      nextDate: dayFrom(now, 1),
    });
  });
}
