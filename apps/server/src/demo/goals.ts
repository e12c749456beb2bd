import { addGoal } from "@concord/domain/goals/commands";
import { addStep, setStepDone } from "@concord/domain/goals/step-commands";
import { newEntryId } from "@concord/domain/ids";
import { subjectOfEntry } from "@concord/domain/ledger/subjects";
import { ownGoalsOf } from "@concord/domain/rooms";

import type { Couple } from "./couple.ts";
import { dayFrom } from "./days.ts";
import type { Scribe } from "./scribe.ts";
import type { Word } from "./word.ts";

/** What both are working towards, and what each is working towards alone. */
export async function writeGoals(
  { scribe, word }: { readonly scribe: Scribe; readonly word: Word },
  couple: Couple,
  now: number,
): Promise<void> {
  const mountains = await writeMountains(scribe, couple, now);
  const costs = await writeCosts(scribe, couple);
  const days = 24 * 60 * 60 * 1000;
  await word.assent(couple.maya, mountains, now - 5 * days);
  await word.assent(couple.jonas, mountains, now - 4 * days);
  await word.assent(couple.jonas, costs, now - 2 * days);
  await writeGarden(scribe, couple);
  await writeRunning(scribe, couple, now);
  await writeSinging(scribe, couple, now);
}

async function writeMountains(scribe: Scribe, { maya, jonas }: Couple, now: number) {
  const id = newEntryId();
  await scribe("goals", maya, (doc) => {
    const title = "A week in the mountains next summer";
    const why = "Our best talks happen on long walks, and the last one was three years ago.";
    addGoal(doc, { id, owner: "ours", progress: "begun", title, why });
    addStep(doc, id, {
      id: newEntryId(),
      cue: "Sunday breakfast is cleared away",
      action: "we compare two huts and choose one",
      obstacle: "we choose by the picture alone",
      nextDate: dayFrom(now, 6),
    });
  });
  await scribe("goals", jonas, (doc) => {
    const step = newEntryId();
    addStep(doc, id, {
      id: step,
      cue: "the roster for July is out",
      action: "I ask for the second week off the same day",
      obstacle: "I offer whoever asked first to take their Christmas shift",
      nextDate: dayFrom(now, -2),
    });
    setStepDone(doc, id, step, true);
  });
  return subjectOfEntry("goals", id);
}

async function writeCosts(scribe: Scribe, { maya }: Couple) {
  const id = newEntryId();
  await scribe("goals", maya, (doc) =>
    addGoal(doc, {
      id,
      owner: "ours",
      progress: "idea",
      title: "Three months of costs put aside",
      why: "So that a broken boiler is a nuisance and not a quarrel.",
    }),
  );
  return subjectOfEntry("goals", id);
}

const writeGarden = (scribe: Scribe, { jonas }: Couple): Promise<void> =>
  scribe("goals", jonas, (doc) =>
    addGoal(doc, {
      id: newEntryId(),
      owner: "ours",
      progress: "reached",
      title: "A balcony where something grows",
      why: "So that there is a place at home where neither of us works.",
      celebration: "Starting with two pots instead of ten. And Maya’s aunt, who knew about shade.",
    }),
  );

async function writeRunning(scribe: Scribe, { jonas }: Couple, now: number): Promise<void> {
  const id = newEntryId();
  await scribe(ownGoalsOf(jonas), jonas, (doc) => {
    const title = "Run ten kilometres without a stop";
    const why = "I sleep better, and I am better company in the evening.";
    addGoal(doc, { id, owner: jonas, backing: "ask", progress: "under-way", title, why });
    addStep(doc, id, {
      id: newEntryId(),
      cue: "I come home on Tuesday and Thursday",
      action: "I change my shoes before I sit down",
      obstacle: "the short loop counts, too",
      nextDate: dayFrom(now, 1),
    });
  });
}

async function writeSinging(scribe: Scribe, { maya }: Couple, now: number): Promise<void> {
  const id = newEntryId();
  await scribe(ownGoalsOf(maya), maya, (doc) => {
    const title = "Sing in the spring concert";
    const why = "It is the one evening of the week that belongs to nobody but me.";
    addGoal(doc, { id, owner: maya, backing: "help", progress: "nearly-there", title, why });
    addStep(doc, id, {
      id: newEntryId(),
      cue: "it is Wednesday, half past six",
      action: "I am out of the door, whatever the kitchen looks like",
      obstacle: "I join after the break",
      nextDate: dayFrom(now, 3),
    });
  });
}
