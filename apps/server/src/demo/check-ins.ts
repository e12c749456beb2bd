import { addNote, setEvery, setNextOn } from "@concord/domain/check-ins/commands";
import { type AnswerCheckIn, issueText, type Scales } from "@concord/domain/check-ins/schema";
import { type EntryId, newEntryId, type PersonId, type SpaceId } from "@concord/domain/ids";
import { editText } from "@concord/domain/text";

import { openCheckIn } from "../check-ins/open.ts";
import { sealAnswer } from "../check-ins/seal.ts";
import type { Services } from "../services.ts";
import { loadSpace, type SpaceRecord } from "../spaces/store.ts";
import type { Couple } from "./couple.ts";
import { dayFrom } from "./days.ts";
import type { Scribe } from "./scribe.ts";

const dayMs = 24 * 60 * 60 * 1000;

interface Answered {
  readonly daysAgo: number;
  readonly maya: AnswerCheckIn;
  readonly jonas: AnswerCheckIn;
}

const lines = (close: number, backed: number, rested: number, honest: number | null) =>
  ({ close, backed, rested, honest }) as Scales;

const said = (
  appreciation: string,
  issue: string,
  help: string,
  scales: Scales,
): AnswerCheckIn => ({
  answer: { appreciation, issue, help },
  lines: scales,
});

const answered: readonly Answered[] = [
  {
    daysAgo: 28,
    maya: said(
      "The soup after my late shift.",
      "",
      "One evening without plans.",
      lines(2, 2, 1, 3),
    ),
    jonas: said("", "We only talk about who does what.", "A walk, just us.", lines(2, 3, 2, null)),
  },
  {
    daysAgo: 21,
    maya: said("That walk by the river.", "The car.", "", lines(3, 2, 2, 3)),
    jonas: said(
      "You laughed at my roster.",
      "",
      "A word before you invite people.",
      lines(3, 3, 3, 3),
    ),
  },
  {
    daysAgo: 14,
    maya: said(
      "You asked twice.",
      "Sundays with your parents.",
      "Leave by five.",
      lines(2, 3, 2, 4),
    ),
    jonas: said(
      "The note in my lunch box.",
      "",
      "Saying early if it gets late.",
      lines(3, 3, 2, 4),
    ),
  },
  {
    daysAgo: 7,
    maya: said(
      "You took both children out on Saturday, without a word about it, and I slept until ten.",
      "The mornings. I’m the only one who knows where everything is.",
      "Somebody else packing the bags on Tuesday and Wednesday.",
      lines(3, 3, 3, 4),
    ),
    jonas: said(
      "You told your sister how well I’d cooked. I pretended not to hear.",
      "I come home and go straight into the evening. I need a moment in between.",
      "Ten minutes on the balcony when I come home.",
      lines(4, 3, 3, 4),
    ),
  },
];

/** Four weeks of checking in, what they noted last time, and one that is open for both to try. */
export async function writeCheckIns(
  services: Services,
  scribe: Scribe,
  at: { readonly space: SpaceId; readonly couple: Couple; readonly now: number },
): Promise<void> {
  const { couple, now } = at;
  const space = await loadSpace(services.db, at.space);
  if (!space) return;
  await scribe("check-ins", couple.maya, (doc) => {
    setEvery(doc, "week");
    setNextOn(doc, dayFrom(now, 7));
  });
  let last: EntryId | null = null;
  for (const one of answered) last = await answer(services, { space, couple, now }, one);
  if (last) await writeNotes(scribe, couple, last);
  await openCheckIn({ ...services, space, me: couple.jonas, now });
}

async function answer(
  services: Services,
  at: { readonly space: SpaceRecord; readonly couple: Couple; readonly now: number },
  { daysAgo, maya, jonas }: Answered,
): Promise<EntryId> {
  const { space, couple } = at;
  const now = at.now - daysAgo * dayMs;
  const { checkIn } = await openCheckIn({ ...services, space, me: couple.maya, now });
  const sealing = (me: PersonId, body: AnswerCheckIn) =>
    sealAnswer(services.db, { space, id: checkIn.id, me, body, now });
  await sealing(couple.maya, maya);
  await sealing(couple.jonas, jonas);
  return checkIn.id;
}

async function writeNotes(scribe: Scribe, { maya, jonas }: Couple, id: EntryId): Promise<void> {
  await scribe(`check-in/${id}`, maya, (doc) => {
    const own = { id: newEntryId(), owner: maya };
    addNote(doc, "appreciations", {
      ...own,
      text: "Saturday morning: you took them out and let me sleep.",
    });
    editText(doc, issueText(doc), {
      index: 0,
      remove: 0,
      insert: "The mornings, from the alarm to the door. One thing at a time: the bags first.",
    });
    addNote(doc, "help", {
      id: newEntryId(),
      owner: maya,
      text: "The bags on Tuesday and Wednesday are Jonas’s, start to end.",
    });
  });
  await scribe(`check-in/${id}`, jonas, (doc) => {
    addNote(doc, "appreciations", {
      id: newEntryId(),
      owner: jonas,
      text: "What you said to your sister.",
    });
    addNote(doc, "help", {
      id: newEntryId(),
      owner: jonas,
      text: "Ten minutes on the balcony before we start the evening.",
    });
  });
}
