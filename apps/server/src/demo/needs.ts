import { newEntryId } from "@concord/domain/ids";
import { addNeed, type NewNeed, setNeedStatus } from "@concord/domain/needs/commands";

import type { Couple } from "./couple.ts";
import type { Scribe } from "./scribe.ts";

type Draft = Omit<NewNeed, "id">;

export async function writeNeeds(scribe: Scribe, { maya, jonas }: Couple): Promise<void> {
  const hers: readonly Draft[] = [
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
  ];
  const his: readonly Draft[] = [
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
  const met = newEntryId();
  await scribe("needs", maya, (doc) => {
    for (const need of hers) addNeed(doc, { ...need, id: newEntryId() });
    const text = "One morning a week to sleep in";
    addNeed(doc, { id: met, owner: maya, kind: "desire", text, help: "Saturdays." });
  });
  await scribe("needs", jonas, (doc) => {
    for (const need of his) addNeed(doc, { ...need, id: newEntryId() });
  });
  await scribe("needs", maya, (doc) => setNeedStatus(doc, met, "met"));
}
