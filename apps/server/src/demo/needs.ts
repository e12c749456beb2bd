import { type EntryId, newEntryId } from "@concord/domain/ids";
import { subjectOfEntry } from "@concord/domain/ledger/subjects";
import { addNeed, type NewNeed, setNeedStatus } from "@concord/domain/needs/commands";

import type { Couple } from "./couple.ts";
import type { Scribe } from "./scribe.ts";
import type { Word } from "./word.ts";

interface Writing {
  readonly scribe: Scribe;
  readonly word: Word;
}

const day = 24 * 60 * 60 * 1000;

export async function writeNeeds(
  { scribe, word }: Writing,
  couple: Couple,
  now: number,
): Promise<void> {
  const hers = withIds(needsOfMaya(couple));
  const his = withIds(needsOfJonas(couple));
  await scribe("needs", couple.maya, (doc) => hers.forEach((need) => addNeed(doc, need)));
  await scribe("needs", couple.jonas, (doc) => his.forEach((need) => addNeed(doc, need)));
  const [calm, friends, money, morning, garden] = hers.map(({ id }) => id);
  const [walks, texts] = his.map(({ id }) => id);
  await scribe("needs", couple.maya, (doc) => {
    if (friends) setNeedStatus(doc, friends, "partly");
    if (morning) setNeedStatus(doc, morning, "met");
    if (garden) setNeedStatus(doc, garden, "not-now");
  });
  await standBy(word, couple, now, { calm, texts, money });
  await offer(word, couple, now, { calm, walks });
}

type Draft = Omit<NewNeed, "id">;
type Some<Name extends string> = Readonly<Record<Name, EntryId | undefined>>;

const withIds = (drafts: readonly Draft[]): readonly NewNeed[] =>
  drafts.map((draft) => ({ ...draft, id: newEntryId() }));

const needsOfMaya = ({ maya }: Couple): readonly Draft[] => [
  {
    owner: maya,
    kind: "need",
    text: "To come home to some calm after a late shift",
    help: "Ten quiet minutes and a cup of tea before we talk about the day.",
  },
  {
    owner: maya,
    kind: "concern",
    text: "That seeing our friends slips, because we never fix a day",
    help: "Looking at the calendar together on Sunday evenings.",
  },
  { owner: "ours", kind: "need", text: "To decide together whenever it costs more than 200" },
  { owner: maya, kind: "desire", text: "One morning a week to sleep in", help: "Saturdays." },
  {
    owner: "ours",
    kind: "desire",
    text: "A garden, one day",
    help: "Herbs on the balcony until then.",
  },
];

const needsOfJonas = ({ jonas }: Couple): readonly Draft[] => [
  {
    owner: jonas,
    kind: "desire",
    text: "More evenings outside, just the two of us",
    help: "A walk after supper, with the phones at home.",
  },
  {
    owner: jonas,
    kind: "boundary",
    text: "No arguing by text message",
    help: "Writing “tonight, at the table” instead, and meaning it.",
  },
  { owner: jonas, kind: "need", text: "To hear what you are thinking, even while it is still" },
];

/** Each affirms something of their own, and both agree to what is both's. */
async function standBy(
  word: Word,
  { maya, jonas }: Couple,
  now: number,
  { calm, texts, money }: Some<"calm" | "texts" | "money">,
): Promise<void> {
  if (calm) await word.assent(maya, subjectOfEntry("needs", calm), now - 9 * day);
  if (texts) await word.assent(jonas, subjectOfEntry("needs", texts), now - 6 * day);
  if (money) await word.assent(maya, subjectOfEntry("needs", money), now - 4 * day);
  if (money) await word.assent(jonas, subjectOfEntry("needs", money), now - 3 * day);
}

async function offer(
  word: Word,
  { maya, jonas }: Couple,
  now: number,
  { calm, walks }: Some<"calm" | "walks">,
): Promise<void> {
  const declare = async (author: typeof maya, id: EntryId | undefined, words: string) => {
    const body = { words };
    if (id) {
      const subject = subjectOfEntry("needs", id);
      await word.declare(author, { kind: "backing", subject, body }, now - 2 * day);
    }
  };
  await declare(jonas, calm, "I could put the kettle on when you write that you’re leaving.");
  await declare(maya, walks, "I could keep Tuesdays free, rain or not.");
}
