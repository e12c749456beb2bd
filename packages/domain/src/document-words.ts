import type * as Y from "yjs";

import { readAgreement, readAgreements } from "./agreements/view.ts";
import { readAsks } from "./asks/view.ts";
import type { NoteList } from "./check-ins/schema.ts";
import { readIssue, readNotes } from "./check-ins/view.ts";
import { readGoals } from "./goals/view.ts";
import { readNeeds } from "./needs/view.ts";
import type { RoomPath } from "./rooms.ts";

/**
 * All the words of a document as plain text, in the order in which its page has them, a blank line
 * between its entries: for reading and copying where it cannot be a page any more.
 */
export function documentWords(path: RoomPath, doc: Y.Doc): string {
  return partsOf(path, doc)
    .map((lines) => lines.filter((line) => line.trim() !== "").join("\n"))
    .filter((part) => part !== "")
    .join("\n\n");
}

/** The lines of each entry. */
function partsOf(path: RoomPath, doc: Y.Doc): readonly (readonly string[])[] {
  switch (path) {
    case "needs":
      return readNeeds(doc).map(({ text, help }) => [text, help]);
    case "goals":
      return goalParts(doc);
    case "agreements":
      return readAgreements(doc).map(({ title }) => [title]);
    case "asks":
      return askParts(doc);
    case "check-ins":
      return [];
    default:
      if (path.startsWith("own-goals/")) return goalParts(doc);
      if (path.startsWith("check-in/")) return checkInParts(doc);
      return path.startsWith("agreement/") ? agreementParts(doc) : [];
  }
}

function agreementParts(doc: Y.Doc): readonly (readonly string[])[] {
  const { title, clauses } = readAgreement(doc);
  return [[title], ...clauses.map(({ text }) => [text])];
}

function checkInParts(doc: Y.Doc): readonly (readonly string[])[] {
  const notes = (list: NoteList) => readNotes(doc, list).map(({ text }) => [text]);
  return [...notes("appreciations"), [readIssue(doc)], ...notes("help")];
}

function goalParts(doc: Y.Doc): readonly (readonly string[])[] {
  return readGoals(doc).map(({ title, why, steps }) => [
    title,
    why,
    ...steps.flatMap(({ cue, action, obstacle }) => [cue, action, obstacle]),
  ]);
}

function askParts(doc: Y.Doc): readonly (readonly string[])[] {
  const { asks, load, news } = readAsks(doc);
  return [
    ...asks.map(({ note }) => [note]),
    ...load.map(({ what }) => [what]),
    ...news.map(({ text, questions }) => [
      text,
      ...questions.flatMap((question) => [question.text, question.reply]),
    ]),
  ];
}
