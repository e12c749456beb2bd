import * as v from "valibot";
import type * as Y from "yjs";

import { type Entries, entryIn, mapAt } from "../entries.ts";
import type { EntryId } from "../ids.ts";

/** What somebody may need right now. */
export const askKinds = ["listen", "comfort", "ideas", "take-over", "space"] as const;
export type AskKind = (typeof askKinds)[number];

/** What the other answers, where they do; `null` says nothing at all, not that it was not read. */
export const askAnswers = ["here", "in-a-while", "not-now"] as const;
export type AskAnswer = (typeof askAnswers)[number];

/** Whether whoever holds something offers it to the other. */
export const loadWishes = ["keep", "hand-over"] as const;
export type LoadWish = (typeof loadWishes)[number];

const Kind = v.fallback(v.picklist(askKinds), "listen");
const Answer = v.fallback(v.nullable(v.picklist(askAnswers)), null);
const Wish = v.fallback(v.picklist(loadWishes), "keep");

export const parseAskKind = (raw: unknown): AskKind => v.parse(Kind, raw);
/** What can be said to an ask of a kind. Wanting space is not the other's to allow or put off. */
export const answersTo = (kind: AskKind): readonly AskAnswer[] =>
  kind === "space" ? ["here"] : askAnswers;

export function parseAskAnswer(raw: unknown, kind: AskKind): AskAnswer | null {
  const answer = v.parse(Answer, raw ?? null);
  return answer !== null && answersTo(kind).includes(answer) ? answer : null;
}

export const parseLoadWish = (raw: unknown): LoadWish => v.parse(Wish, raw);

/** The three lists of the document of room `asks`. */
export const asksIn = (doc: Y.Doc): Entries => doc.getMap("asks");
export const loadIn = (doc: Y.Doc): Entries => doc.getMap("load");
export const newsIn = (doc: Y.Doc): Entries => doc.getMap("news");

/** The questions about one piece of good news, or null where it has gone. */
export function questionsIn(doc: Y.Doc, news: EntryId): Entries | null {
  const entry = entryIn(newsIn(doc), news);
  return entry && mapAt(entry, "questions");
}
