import type { Backing, Progress } from "@concord/domain/goals/schema";

const progress: Record<Progress, string> = {
  idea: "An idea",
  begun: "Begun",
  "under-way": "Under way",
  "nearly-there": "Nearly there",
  reached: "Reached",
};

/** They end a sentence: “From Sam I’d like …”, “Ada would like …”. */
const wishes: Record<Backing, string> = {
  listen: "a listening ear",
  ask: "to be asked how it goes",
  remind: "to be reminded",
  help: "a hand with it",
  leave: "to be left to it",
};

export const goals = {
  title: "Goals",
  lead: "Where we’re going, in steps small enough to take.",
  sections: {
    ours: {
      title: "Our goals",
      titleObserver: "Their goals together",
      lead: "What you’re working towards together. You both write here.",
      alone: "What you’d like to work towards together. Whoever joins you here can write too.",
      observer: "What they’re working towards together.",
    },
    mine: {
      title: "My own goals",
      lead: (other: string) =>
        `Only you write here. ${other} reads along, and sees what you’d like from them.`,
      alone: "Only you write here. Whoever joins you can read along.",
    },
    theirs: {
      title: (who: string) => `${who}’s own goals`,
      lead: (who: string) =>
        `${who} writes these alone, and says of each what would help. You’re reading along.`,
      observer: (who: string) => `${who} writes these alone.`,
    },
  },
  add: "Add a goal",
  addMine: "Add a goal of my own",
  name: (words: string, place: number) => (words === "" ? `goal ${place}` : `“${words}”`),
  titleLabel: {
    ours: (place: number) => `Goal ${place}, in a few words`,
    mine: (place: number) => `My goal ${place}, in a few words`,
    theirs: (place: number) => `Goal ${place}, in a few words`,
  },
  titlePlaceholder: "What would you like to get to?",
  why: "Why it matters",
  whyPlaceholder: "What would be better then?",
  backing: {
    wishes,
    iWouldLike: (other: string | null) => (other ? `From ${other} I’d like` : "I’d like"),
    theyWouldLike: (who: string) => `${who} would like `,
    choose: (name: string, other: string | null) =>
      other ? `What I’d like from ${other} for ${name}` : `What would help me with ${name}`,
  },
  progress,
  progressOf: (name: string) => `How far ${name} is`,
  stage: (stage: Progress) => `How far it is: ${progress[stage].toLowerCase()}`,
  reached: {
    ours: "You got there, together.",
    oursObserver: "They got there, together.",
    mine: "You got there.",
    theirs: (who: string) => `${who} got there.`,
    said: (name: string, line: string) => `${name}: ${line}`,
    helped: "What helped",
    helpedPlaceholder: "A person, a habit, a bit of luck…",
    makeRoom: "Write what helped",
  },
  handOver: {
    ours: "Make it ours",
    mine: "Make it mine alone",
  },
  handedOver: {
    ours: "It’s with your goals together now.",
    mine: "It’s with your own goals now.",
  },
  removed: "Removed from the list.",
  words: {
    ours: { one: "a goal", many: "goals" },
    mine: { one: "a goal", many: "goals" },
    theirs: { one: "a goal of their own", many: "goals of their own" },
  },
  empty: {
    title: "No goals yet",
    text: "Write down one thing you’d both like to get to. A first small step is enough to begin.",
    readOnly: "They haven’t written down a goal yet.",
    mine: "Something that’s yours alone: to learn, to change, to finish. You choose what would help.",
    theirs: (who: string) => `${who} hasn’t written down a goal of their own.`,
  },
  notHere: (section: string) => `You’re offline: “${section}” will be here once you’re back.`,
  steps: "Steps",
  stepsOf: (name: string) => `Steps towards ${name}`,
  addStep: "Add a step",
  addFirstStep: "Add a first step",
  step: (place: number) => `step ${place}`,
  stepRemoved: "Step removed.",
  /** A step reads as one sentence: “When … then … If it’s hard …”. */
  when: "When",
  what: "then",
  otherwise: "If it’s hard",
  cue: (place: number) => `Step ${place}, when`,
  cuePlaceholder: "we’ve had supper on Sunday…",
  action: (place: number) => `Step ${place}, what happens then`,
  actionPlaceholder: {
    ours: "we put the week’s plans on the table",
    mine: "I…",
  },
  obstacle: (place: number) => `Step ${place}, if something gets in the way`,
  obstaclePlaceholder: "what still works then",
  nextDate: "Next on",
  nextDateOf: (place: number) => `Step ${place}, next on`,
  done: "Done",
  markDone: (name: string) => `Mark ${name} as done`,
};
