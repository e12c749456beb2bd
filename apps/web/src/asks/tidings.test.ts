import { addAsk, answerAsk, endAsk } from "@concord/domain/asks/commands";
import { addLoad, offerLoad, takeLoad } from "@concord/domain/asks/load-commands";
import { addNews, addQuestion, questionText } from "@concord/domain/asks/news-commands";
import { answersTo, askKinds } from "@concord/domain/asks/schema";
import { readAsks } from "@concord/domain/asks/view";
import { Day } from "@concord/domain/dates";
import { newEntryId, PersonId } from "@concord/domain/ids";
import { editText } from "@concord/domain/text";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";

import * as accounts from "../accounts/testing.ts";
import { asks as words } from "../i18n/en/asks.ts";
import {
  askStates,
  type Listener,
  loadStates,
  newsStates,
  tellAsks,
  tellLoad,
  tellNews,
} from "./tidings.ts";

const maya = v.parse(PersonId, accounts.maya);
const jonas = v.parse(PersonId, accounts.jonas);
const on = v.parse(Day, "2026-11-24");
const id = newEntryId();

const nameOf = (owner: string | null) => (owner === maya ? "Maya" : "Jonas");
const toMaya: Listener = { you: maya, other: "Jonas", nameOf, words };
const toJonas: Listener = { you: jonas, other: "Maya", nameOf, words };

/** What each of the two is told of what `change` does to a document. */
function told(doc: Y.Doc, change: () => void) {
  const before = readAsks(doc);
  const [asks, load, news] = [
    askStates(before.asks),
    loadStates(before.load),
    newsStates(before.news),
  ];
  change();
  const now = readAsks(doc);
  const tell = (listener: Listener) => [
    ...tellAsks(asks, askStates(now.asks), listener),
    ...tellLoad(load, loadStates(now.load), listener),
    ...tellNews(news, newsStates(now.news), listener),
  ];
  return { maya: tell(toMaya), jonas: tell(toJonas) };
}

describe("an ask", () => {
  test("is told to the other when it is made and when it ends, its answer to who asked", () => {
    const doc = new Y.Doc();
    expect(told(doc, () => addAsk(doc, { id, owner: maya, kind: "listen", askedOn: on }))).toEqual({
      maya: [],
      jonas: ["Maya asks: listen"],
    });
    expect(told(doc, () => answerAsk(doc, id, "in-a-while"))).toEqual({
      maya: ["Jonas says: In a while"],
      jonas: [],
    });
    expect(told(doc, () => answerAsk(doc, id, null))).toEqual({ maya: [], jonas: [] });
    expect(told(doc, () => endAsk(doc, id))).toEqual({
      maya: [],
      jonas: ["Maya no longer asks: listen"],
    });
  });

  test("S2 S8 tells its asker nothing unless it is answered", () => {
    const doc = new Y.Doc();
    addAsk(doc, { id, owner: maya, kind: "comfort", askedOn: on });
    expect(told(doc, () => readAsks(doc)).maya).toEqual([]);
  });
});

test("a thing offered is told to the other, and taking it on to who offered it", () => {
  const doc = new Y.Doc();
  addLoad(doc, { id, holder: maya, what: "The dentist" });
  expect(told(doc, () => offerLoad(doc, id, "hand-over"))).toEqual({
    maya: [],
    jonas: ["Maya asks whether you could take “The dentist”"],
  });
  expect(told(doc, () => takeLoad(doc, id, jonas))).toEqual({
    maya: ["Jonas has taken on “The dentist”"],
    jonas: [],
  });
});

test("good news, a question and the first words of a reply are told to the other", () => {
  const doc = new Y.Doc();
  expect(told(doc, () => addNews(doc, { id, owner: maya, on }))).toEqual({
    maya: [],
    jonas: ["Maya is telling good news"],
  });
  const question = newEntryId();
  const ask = () => addQuestion(doc, id, { id: question, owner: jonas, text: "When?" });
  expect(told(doc, ask)).toEqual({ maya: ["Jonas asks about your good news"], jonas: [] });
  const reply = (insert: string) => () => {
    const text = questionText(doc, id, question, "reply");
    if (text) editText(doc, text, { index: text.length, remove: 0, insert });
  };
  expect(told(doc, reply("In "))).toEqual({ maya: [], jonas: ["Maya replies to your question"] });
  expect(told(doc, reply("May"))).toEqual({ maya: [], jonas: [] });
});

/** Every word that does not depend on a name. */
const plainWords = (value: unknown): readonly string[] => {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null
    ? Object.values(value).flatMap(plainWords)
    : [];
};

const kindWords = askKinds.flatMap((kind) => [
  words.now.wish("Ada", kind),
  words.now.means(kind),
  ...answersTo(kind).flatMap((answer) => [
    words.now.sayIt(answer, kind),
    words.now.answered("Ada", answer, kind),
  ]),
]);

test("mechanic 14: three questions to begin with, and no word that rates a reply", () => {
  expect(words.news.openers).toHaveLength(3);
  expect(words.news.openers.every((opener) => opener.endsWith("?"))).toBe(true);
  expect(plainWords(words.news).join(" ")).not.toMatch(/\b(rate|rating|stars?|score|thumbs?)\b/i);
});

test("pitfall 15: no word shames leaning on someone, or wanting space", () => {
  const said = [...plainWords(words), ...kindWords].join(" ");
  const shaming = /\b(needy|clingy|burden|weak|selfish|should|must|ignored?|unanswered|waiting)\b/i;
  expect(said).not.toMatch(shaming);
  expect(words.now.spaceMeans).toContain("isn’t rejection");
  expect(words.now.notNowMeans).toContain("not about you");
});
