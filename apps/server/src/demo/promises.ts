import { readAgreement } from "@concord/domain/agreements/view";
import { type EntryId, newEntryId, type PersonId, type SpaceId } from "@concord/domain/ids";
import { subjectOfEntry, subjectOfPromise } from "@concord/domain/ledger/subjects";
import type { PromiseBody } from "@concord/domain/promises/declared";
import { roomName } from "@concord/domain/rooms";
import type { Rooms } from "@concord/sync/engine/rooms";
import * as Y from "yjs";

import type { Couple } from "./couple.ts";
import { dayFrom } from "./days.ts";
import type { Word } from "./word.ts";

interface Furnished {
  readonly space: SpaceId;
  readonly couple: Couple;
  /** The agreement whose first clause a promise comes from. */
  readonly agreement: EntryId;
  readonly now: number;
}

/** Words of a promise; `due` is in days from now. */
type Words = Pick<PromiseBody, "cue" | "action"> & {
  readonly due: number;
  readonly from?: PromiseBody["from"];
};

/** Promises of both: open ones, one whose day has come, one reworded, and some that have ended. */
export async function writePromises(
  { rooms, word }: { readonly rooms: Rooms; readonly word: Word },
  at: Furnished,
): Promise<void> {
  const begin = makeTeller(word, at.now);
  await promisesOfMaya(begin, at.couple, await clauseOf(rooms, at));
  await promisesOfJonas(begin, at.couple);
}

/** Says of one promise after the other what became of it, as its maker and as the other. */
function makeTeller(word: Word, now: number) {
  const daysAgo = (days: number) => now - days * 24 * 60 * 60 * 1000;
  return (author: PersonId, other: PersonId) => {
    const subject = subjectOfPromise(newEntryId());
    const say = (ago: number, words: Words, state: PromiseBody["state"] = "open") => {
      const { due, from = null, ...rest } = words;
      const body: PromiseBody = { ...rest, due: dayFrom(now, due), state, from };
      return word.declare(author, { kind: "promise", subject, body }, daysAgo(ago));
    };
    const thank = (ago: number, words: string) =>
      word.declare(other, { kind: "appreciation", subject, body: { words } }, daysAgo(ago));
    return { say, thank };
  };
}

type Teller = ReturnType<typeof makeTeller>;

async function promisesOfMaya(
  begin: Teller,
  { maya, jonas }: Couple,
  from: PromiseBody["from"],
): Promise<void> {
  const fromClause = begin(maya, jonas);
  await fromClause.say(3, {
    cue: "I’ve asked for a pause",
    action: "come back by myself, and put the kettle on first",
    due: 6,
    from,
  });
  const today = begin(maya, jonas);
  await today.say(4, {
    cue: "I’m back from the market",
    action: "ring Lena and Tom and fix a day with them",
    due: 0,
  });
  const photographs = begin(maya, jonas);
  const words = { cue: "", action: "sort all the photographs of the summer", due: -9 };
  await photographs.say(24, words);
  await photographs.say(12, words, "released");
  await photographs.thank(11, "Thank you for saying so. They can wait.");
}

async function promisesOfJonas(begin: Teller, { maya, jonas }: Couple): Promise<void> {
  const boiler = begin(jonas, maya);
  await boiler.say(8, { cue: "I’m home early", action: "sort out the boiler", due: -1 });
  await boiler.say(3, {
    cue: "it’s my lunch break",
    action: "ring the boiler people and ask for a morning",
    due: 5,
  });
  await boiler.thank(2, "Thank you for telling me early.");
  const tea = begin(jonas, maya);
  const words = {
    cue: "you come home from the evening shift",
    action: "have tea ready and not ask anything for ten minutes",
    due: -5,
  };
  await tea.say(14, words);
  await tea.say(4, words, "kept");
  await tea.thank(4, "That was the best part of my week.");
}

async function clauseOf(
  rooms: Rooms,
  { space, agreement }: Furnished,
): Promise<PromiseBody["from"]> {
  const path = `agreement/${agreement}` as const;
  const doc = new Y.Doc();
  Y.applyUpdate(doc, await rooms.read(roomName({ space, path })));
  const [clause] = readAgreement(doc).clauses;
  if (!clause) return null;
  const [line = ""] = clause.text.split("\n");
  return { subject: subjectOfEntry(path, clause.id), words: line.replace(/^#+ /, "") };
}
