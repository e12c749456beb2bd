import * as Y from "yjs";

import type { Day } from "../dates.ts";
import { entryIn, insertEntry, newText, textAt } from "../entries.ts";
import type { EntryId, PersonId } from "../ids.ts";
import { run } from "../origin.ts";
import { newsIn, questionsIn } from "./schema.ts";

/** Good news, with room to be asked about it. */
export function addNews(
  doc: Y.Doc,
  news: {
    readonly id: EntryId;
    readonly owner: PersonId;
    readonly on: Day;
    readonly text?: string;
  },
): void {
  const { id, owner, on } = news;
  run(doc, "asks/news/add", () => {
    const questions = new Y.Map<unknown>();
    insertEntry(newsIn(doc), id, { owner, on, text: newText(news.text), questions });
  });
}

/** Undo brings it back with its questions. */
export function removeNews(doc: Y.Doc, id: EntryId): void {
  run(doc, "asks/news/remove", () => newsIn(doc).delete(id));
}

/** What the other would like to know; nobody asks about their own. */
export function addQuestion(
  doc: Y.Doc,
  news: EntryId,
  question: { readonly id: EntryId; readonly owner: PersonId; readonly text: string },
): void {
  run(doc, "asks/news/ask", () => {
    const questions = questionsIn(doc, news);
    const { id, owner, text } = question;
    if (!questions || entryIn(newsIn(doc), news)?.get("owner") === owner) return;
    insertEntry(questions, id, { owner, text: newText(text), reply: newText() });
  });
}

export function removeQuestion(doc: Y.Doc, news: EntryId, id: EntryId): void {
  run(doc, "asks/news/unask", () => questionsIn(doc, news)?.delete(id));
}

export const newsText = (doc: Y.Doc, id: EntryId): Y.Text | null =>
  textAt(entryIn(newsIn(doc), id), "text");

export function questionText(
  doc: Y.Doc,
  news: EntryId,
  id: EntryId,
  name: "text" | "reply",
): Y.Text | null {
  const questions = questionsIn(doc, news);
  return questions && textAt(entryIn(questions, id), name);
}
