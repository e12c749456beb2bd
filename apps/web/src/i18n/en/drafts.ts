import type { DraftKind } from "@concord/domain/drafts/drafts";
import type { SoftStartHint } from "@concord/domain/drafts/soft-start";

const kinds: Record<DraftKind, { readonly name: string; readonly add: string }> = {
  need: { name: "A need", add: "Draft a need" },
  clause: { name: "A clause", add: "Draft a clause" },
  "soft-start": { name: "How to begin", add: "Draft how to begin a talk" },
};

const hints: Record<SoftStartHint, string> = {
  always: "“Always” is hard to hear. Is there one time that you could name?",
  never: "“Never” is hard to hear. Is there one time that you could name?",
  "you-are": "“You are …” can sound like a verdict. What happened, and how was it for you?",
};

export const drafts = {
  lead: "Words that aren’t for both of you yet. What you type and delete here stays here.",
  kinds,
  hints,
  list: "My drafts",
  name: (words: string, place: number) => (words === "" ? `draft ${place}` : `“${words}”`),
  text: "In words",
  help: "What would help",
  feel: "I feel …",
  about: "about …",
  need: "I need …",
  kind: (name: string) => `Kind of ${name}`,
  share: "Share it",
  shareOf: (name: string) => `Share ${name}`,
  shareText:
    "These words, as they are now, will stand where both of you read and write. What you had before them stays here.",
  shareNeed: "Put it into our needs",
  shareClause: (title: string) => `Put it into “${title}”`,
  noAgreements: "There’s no agreement yet to put it into. Begin one first.",
  shared: "It’s shared now. The draft can go, or stay for you.",
  remove: (name: string) => `Remove ${name}`,
  keep: "Not yet",
  asNeed: (feel: string, about: string, need: string) =>
    [feel && `I feel ${feel}`, about && `about ${about}.`, need && `I need ${need}`]
      .filter(Boolean)
      .join(" "),
  empty: "No drafts. They’re for what needs a night’s sleep.",
};
