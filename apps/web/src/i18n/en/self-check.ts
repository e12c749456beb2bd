import type { Answer, Item, Section } from "@concord/domain/self-check/items";
import type { Band, Placement } from "@concord/domain/self-check/result";

const items: Record<Item, string> = {
  "said-needs": "said what I needed instead of hoping it would be guessed",
  "raised-early": "raised a worry before it grew",
  listened: "listened to the end before answering",
  checked: "checked that I had understood",
  "made-time": "made time to ask how we are doing",
  "could-keep": "made only promises I could keep",
  "did-as-said": "did what I said, or said early that I couldn’t",
  "told-truth": "told the truth when it was awkward",
  "owned-mistake": "owned a mistake without excuses",
  "kept-private": "kept private what was told to me privately",
  "took-no": "took “no” or “not now” without pressing",
  "left-alone": "left my partner’s phone, money and friendships to them",
  "no-insults": "disagreed without insults, threats or punishing silence",
  "asked-first": "asked before deciding things that affect us both",
  "gave-weight": "gave my partner’s view real weight",
  "kept-mine": "kept up something that is mine",
  "own-choices": "made my own choices without needing permission",
  "more-than-one": "leaned on more than one person",
  "asked-help": "asked my partner for help when I needed it",
  "let-lean": "let my partner lean on me",
  "considered-us": "considered “us” when choosing",
};

/** One small thing to try, for what was answered lowest. */
const practices: Record<Item, string> = {
  "said-needs": "Once this week, say one thing you need in a single sentence, before it’s urgent.",
  "raised-early": "Pick the smallest thing on your mind and mention it while it’s still small.",
  listened: "In one talk, count two breaths after the other has finished before you answer.",
  checked: "Once, say back what you heard and ask: did I get that right?",
  "made-time": "Put ten minutes into this week for one question: how are we doing?",
  "could-keep": "Before the next promise, ask yourself what could get in the way.",
  "did-as-said": "Tell early about one thing that won’t work out as you said.",
  "told-truth": "Choose one awkward truth that is small enough to say this week.",
  "owned-mistake": "Say “that was me” about one thing, and stop there.",
  "kept-private": "Before telling a story about the two of you, ask whether you may.",
  "took-no": "The next “not now”: say “all right”, and leave it for that day.",
  "left-alone": "Leave one thing of theirs entirely to them this week, without asking how it went.",
  "no-insults":
    "Decide beforehand what you’ll do when it gets too much: a pause, with a time to come back.",
  "asked-first": "Ask first about one thing that you would usually just decide.",
  "gave-weight": "In one decision, let their view tip it.",
  "kept-mine": "Give one hour this week to something that’s only yours.",
  "own-choices": "Make one small choice without asking anybody.",
  "more-than-one": "Call somebody you haven’t leaned on for a while.",
  "asked-help": "Ask for help with one thing you would have carried alone.",
  "let-lean": "Ask what you could take off the other’s shoulders, and do just that.",
  "considered-us": "With one choice this week, ask: and for the two of us?",
};

const sections: Record<Section, string> = {
  communication: "Communication",
  trust: "Trust",
  respect: "Mutual respect",
  me: "Me",
  we: "We",
};

const answers: Record<`${Answer}`, string> = {
  "0": "not yet",
  "1": "rarely",
  "2": "sometimes",
  "3": "often",
  "4": "nearly always",
  skip: "skip",
  unsafe: "wouldn’t feel safe",
};

const bands: Record<Band, string> = {
  attention: "worth attention",
  growing: "growing",
  steady: "steady",
};

const placements: Record<Placement, string> = {
  interdependent: "Me and We both have room: that’s interdependence.",
  "dependent-leaning": "We has a lot of room, and Me a little less.",
  "independent-leaning": "Me has a lot of room, and We a little less.",
  "running-low": "Both Me and We are running low at the moment. That happens, and it changes.",
  between: "You’re somewhere between: no line is sharp here.",
};

export const selfCheck = {
  lead: "About your own part, in the last four weeks. Nobody else sees it, and it isn’t sent anywhere.",
  label: "For reflection; not a validated test.",
  intro: "In the last four weeks, I …",
  items,
  practices,
  sections,
  answers,
  bands,
  placements,
  unanswered: "choose",
  safety: {
    title: "Two more, which are never kept",
    free: "Do I feel free to disagree?",
    afraid: "Am I ever afraid of how my partner will react?",
    freeAnswers: { yes: "yes", "not-always": "not always", no: "no" },
    afraidAnswers: { no: "no", sometimes: "sometimes", yes: "yes" },
  },
  show: "Show the picture",
  again: "Look at the answers again",
  picture: {
    title: "Your picture",
    bands: "The five parts",
    notEnough: "not enough answered to say",
    placement: "Where Me and We are",
    figure: (placement: string) => `Two overlapping circles with a mark in them. ${placement}`,
    strength: "A strength",
    practice: "One small thing to try",
    keep: "Keep this picture for myself",
    kept: "Kept, sealed, for you alone.",
  },
  past: {
    title: "Over time",
    text: "Only your own pictures, kept when you asked for it.",
    on: "On",
    forget: "Forget all of them",
  },
  help: {
    title: "Before any picture",
    text: "Something in what you’ve said deserves more than a picture. Nothing of it is kept, and nobody learns that you were asked.",
    you: "Being afraid of somebody’s reaction, or not feeling safe to say something, isn’t a fault of yours.",
    talk: "It can help to talk to somebody outside: a friend you trust, a doctor, a counselling or crisis line where you live. If you’re in danger now, call the emergency number.",
    device: "If somebody looks at this device, close the page when you’re done.",
    back: "Back",
  },
};
