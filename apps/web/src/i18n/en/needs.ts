import type { NeedKind } from "@concord/domain/needs/schema";

const kinds: Record<NeedKind, { readonly name: string; readonly means: string }> = {
  need: { name: "Need", means: "something I can’t do well without" },
  desire: { name: "Desire", means: "something I’d love, and could live without" },
  concern: { name: "Concern", means: "something on my mind that I’d like us to look at" },
  boundary: { name: "Boundary", means: "where I stop, and ask you to stop too" },
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
  met: "Met",
  markMet: (name: string) => `Mark ${name} as met`,
  removed: "Removed from the list.",
  words: { one: "a need", many: "needs" },
  empty: {
    title: "Nothing here yet",
    text: "Begin with one thing that would make this week easier for you. It needn’t be big, and it can be changed at any time.",
    readOnly: "They haven’t written anything here yet.",
  },
};
