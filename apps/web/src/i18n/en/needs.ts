import type { NeedKind, NeedStatus } from "@concord/domain/needs/schema";

const and = (names: readonly string[]): string =>
  new Intl.ListFormat("en-GB", { type: "conjunction" }).format(names);

const kinds: Record<NeedKind, { readonly name: string; readonly means: string }> = {
  need: { name: "Need", means: "something I can’t do well without" },
  desire: { name: "Desire", means: "something I’d love, and could live without" },
  concern: { name: "Concern", means: "something on my mind that I’d like us to look at" },
  boundary: { name: "Boundary", means: "where I stop, and ask you to stop too" },
};

const kindsOf: Record<NeedKind, string> = {
  need: "Needs",
  desire: "Desires",
  concern: "Concerns",
  boundary: "Boundaries",
};

const statuses: Record<NeedStatus, string> = {
  open: "Open",
  partly: "Partly met",
  met: "Met",
  "not-now": "Not now",
};

export const needs = {
  title: "Needs",
  lead: "What matters to each of us, in plain words, and what would help.",
  list: "What we need",
  kinds,
  kindOption: (kind: NeedKind) => `${kinds[kind].name}: ${kinds[kind].means}`,
  whatKindsMean: "What the four kinds mean",
  kind: (name: string) => `Kind of ${name}`,
  owner: (name: string) => `Whose is ${name}`,
  add: "Add a need",
  addAnother: "Add another",
  /** What a need is called where it has to be named: its first words, or its place. */
  name: (words: string, place: number) => (words === "" ? `need ${place}` : `“${words}”`),
  text: (place: number) => `Need ${place}, in words`,
  placeholder: "I need…",
  help: "What would help",
  helpPlaceholder: "Something small the other could do, or we could try",
  statuses,
  status: (name: string) => `How ${name} stands`,
  statusOption: {
    open: statuses.open,
    partly: "Partly met: something of it is there",
    met: "Met: it’s there for now",
    "not-now": "Not now: it can wait, and it’s kept",
  } satisfies Record<NeedStatus, string>,
  markMet: (name: string) => `Mark ${name} as met`,
  removed: "Removed from the list.",
  words: { one: "a need", many: "needs" },
  view: {
    label: "What is shown",
    whose: "Whose",
    anyone: "Everyone’s",
    of: (name: string) => `${name}’s`,
    left: "Someone’s who has left",
    kind: "Which kind",
    anyKind: "All kinds",
    kindsOf,
    status: "How they stand",
    anyStatus: "Met or not",
    by: "In groups",
    groupings: {
      none: "Not grouped",
      whose: "Grouped by whose",
      kind: "Grouped by kind",
      status: "Grouped by met or not",
    },
    all: "Show all",
    shown: (count: number) => (count === 0 ? "Nothing is shown" : `${count} shown`),
    nothing: "Nothing in the list is like this at the moment.",
    only: (parts: readonly string[]) => `Of the list only: ${parts.join(" · ")}`,
  },
  offer: {
    action: "Offer something",
    actionFor: (name: string) => `Offer something for ${name}`,
    label: "What you could do",
    placeholder: "I could…",
    hint: "Something small is plenty. You can take it back at any time, without a reason.",
    send: "Offer this",
    change: "Put it differently",
    changeOf: (name: string) => `Put what you offered for ${name} differently`,
    takeBackOf: (name: string) => `Take back what you offered for ${name}`,
    youOffered: (day: string) => `You offered on ${day}:`,
    theyOffered: (who: string, day: string) => `${who} offered on ${day}:`,
    said: (who: string, name: string) => `${who} has offered something for ${name}`,
    saidBack: (who: string, name: string) => `${who} has taken back what they offered for ${name}`,
  },
  gone: {
    title: "A boundary of yours isn’t in the list any more",
    text: (day: string) => `You said on ${day} that this is what you mean:`,
    putBack: "Put it back",
    putBackOf: (name: string) => `Put ${name} back into the list`,
    letGo: "It’s fine as it is",
    letGoOf: (name: string) => `It’s fine that ${name} isn’t in the list`,
    isBack: (name: string) => `${name} is back in the list`,
  },
  paper: (names: readonly string[], day: string) => `${and(names)}, ${day}`,
  empty: {
    title: "Nothing here yet",
    text: "Begin with one thing that would make this week easier for you. It needn’t be big, and it can be changed at any time.",
    readOnly: "They haven’t written anything here yet.",
  },
};
