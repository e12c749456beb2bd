import type { Holder } from "@concord/domain/asks/load-commands";
import type { AskAnswer, AskKind, LoadWish } from "@concord/domain/asks/schema";
import type { AskView, LoadView, NewsView } from "@concord/domain/asks/view";
import type { EntryId, PersonId } from "@concord/domain/ids";

import type { Dictionary } from "../i18n/text.ts";
import { firstWords } from "../workspace/first-words.ts";

/** What of an entry is told to who cannot see it change. */
interface AskState {
  readonly id: EntryId;
  readonly owner: PersonId | null;
  readonly kind: AskKind;
  readonly answer: AskAnswer | null;
  readonly open: boolean;
}

interface LoadState {
  readonly id: EntryId;
  readonly holder: Holder;
  readonly wanted: LoadWish;
  readonly words: string;
}

interface NewsState {
  readonly id: EntryId;
  readonly owner: PersonId | null;
  /** By its id, whose a question is and whether it has a reply. */
  readonly questions: ReadonlyMap<
    EntryId,
    { readonly owner: PersonId | null; readonly replied: boolean }
  >;
}

export const askStates = (asks: readonly AskView[]): readonly AskState[] =>
  asks.map(({ id, owner, kind, answer, done }) => ({ id, owner, kind, answer, open: !done }));

export const loadStates = (load: readonly LoadView[]): readonly LoadState[] =>
  load.map(({ id, holder, wanted, what }) => ({ id, holder, wanted, words: firstWords(what) }));

export const newsStates = (news: readonly NewsView[]): readonly NewsState[] =>
  news.map(({ id, owner, questions }) => ({
    id,
    owner,
    questions: new Map(
      questions.map((question) => [
        question.id,
        { owner: question.owner, replied: question.reply.trim() !== "" },
      ]),
    ),
  }));

export interface Listener {
  readonly you: PersonId | null;
  /** The partner's name, whoever answers or asks here. */
  readonly other: string;
  readonly nameOf: (owner: PersonId | null) => string;
  readonly words: Dictionary["asks"];
}

const byId = <State extends { readonly id: EntryId }>(states: readonly State[]) =>
  new Map(states.map((state) => [state.id, state]));

/** What the other has asked for, answered or ended since. What was only read is nowhere to tell. */
export function tellAsks(
  before: readonly AskState[],
  now: readonly AskState[],
  { you, other, nameOf, words }: Listener,
): readonly string[] {
  const [old, known] = [byId(before), byId(now)];
  const { saidNew, saidAnswer, saidEnd } = words.now;
  const theirs = now.filter(({ id, owner, open }) => owner !== you && open && !old.get(id)?.open);
  const ended = before.filter(({ id, owner, open }) => {
    return owner !== you && open && !known.get(id)?.open;
  });
  const answered = now.flatMap(({ id, owner, open, kind, answer }) => {
    const was = old.get(id);
    const isNew = owner === you && open && was !== undefined && was.answer !== answer;
    return isNew && answer !== null ? [saidAnswer(other, answer, kind)] : [];
  });
  return [
    ...theirs.map(({ owner, kind }) => saidNew(nameOf(owner), kind)),
    ...answered,
    ...ended.map(({ owner, kind }) => saidEnd(nameOf(owner), kind)),
  ];
}

/** What the other has offered, and what they have taken on. */
export function tellLoad(
  before: readonly LoadState[],
  now: readonly LoadState[],
  { you, nameOf, words }: Listener,
): readonly string[] {
  const old = byId(before);
  const { saidTaken, saidOffered, name } = words.load;
  return now.flatMap(({ id, holder, wanted, words }, at) => {
    const was = old.get(id);
    if (!was || holder === "nobody" || holder === you) return [];
    if (was.holder !== holder) return [saidTaken(nameOf(holder), name(words, at + 1))];
    const offered = wanted === "hand-over" && was.wanted !== wanted;
    return offered ? [saidOffered(nameOf(holder), name(words, at + 1))] : [];
  });
}

/** What the other has told, asked and replied. */
export function tellNews(
  before: readonly NewsState[],
  now: readonly NewsState[],
  { you, nameOf, words }: Listener,
): readonly string[] {
  const old = byId(before);
  const { saidNews, saidQuestion, saidReply } = words.news;
  return now.flatMap(({ id, owner, questions }) => {
    const was = old.get(id)?.questions;
    if (owner !== you && !was) return [saidNews(nameOf(owner))];
    return [...questions].flatMap(([question, { owner: asker, replied }]) => {
      if (owner === you && asker !== you && was && !was.has(question))
        return [saidQuestion(nameOf(asker))];
      const isNew = replied && was?.get(question)?.replied === false;
      return asker === you && owner !== you && isNew ? [saidReply(nameOf(owner))] : [];
    });
  });
}
