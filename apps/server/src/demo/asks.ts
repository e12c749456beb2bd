import { addAsk, answerAsk } from "@concord/domain/asks/commands";
import { addLoad, offerLoad } from "@concord/domain/asks/load-commands";
import { addNews, addQuestion, questionText } from "@concord/domain/asks/news-commands";
import { newEntryId } from "@concord/domain/ids";
import { editText } from "@concord/domain/text";

import type { Couple } from "./couple.ts";
import { dayFrom } from "./days.ts";
import type { Scribe } from "./scribe.ts";

const day = 24 * 60 * 60 * 1000;

/** Somebody would like to be listened to, the week's load, and something to be glad about. */
export async function writeAsks(
  scribe: Scribe,
  { maya, jonas }: Couple,
  now: number,
): Promise<void> {
  const [ask, offered, news, question] = [newEntryId(), newEntryId(), newEntryId(), newEntryId()];
  await scribe("asks", jonas, (doc) => {
    const note = "The talk with my sister.";
    addAsk(doc, { id: ask, owner: jonas, kind: "listen", askedOn: dayFrom(now, 0), note });
    addLoad(doc, { id: newEntryId(), holder: jonas, what: "Winter tyres" });
    addLoad(doc, { id: offered, holder: jonas, what: "Parents’ evening on Thursday" });
    offerLoad(doc, offered, "hand-over");
    addNews(doc, {
      id: news,
      owner: jonas,
      on: dayFrom(now - 2 * day, 0),
      text: "The choir took me.",
    });
  });
  await scribe("asks", maya, (doc) => {
    answerAsk(doc, ask, "in-a-while");
    addLoad(doc, { id: newEntryId(), holder: maya, what: "The tax papers" });
    addLoad(doc, { id: newEntryId(), holder: "nobody", what: "The dripping tap" });
    addQuestion(doc, news, { id: question, owner: maya, text: "What did you sing?" });
  });
  await scribe("asks", jonas, (doc) => {
    const reply = questionText(doc, news, question, "reply");
    const insert = "The Rutter, and I didn’t even shake.";
    if (reply) editText(doc, reply, { index: 0, remove: 0, insert });
  });
}
