import * as v from "valibot";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";

import { addRow, balanceIn, balanceRows, setMetBy } from "../balance/balance.ts";
import { Day } from "../dates.ts";
import {
  addNote,
  noteBody,
  noteHolds,
  notesIn,
  noteTitle,
  noteViews,
  removeNote,
} from "../notebook/notes.ts";
import { plainOf } from "../plain.ts";
import { entryId } from "../testing/replicas.ts";
import { editText } from "../text.ts";
import {
  addDraft,
  draftsIn,
  draftText,
  draftViews,
  removeDraft,
  setDraftNeedKind,
} from "./drafts.ts";
import { hintsIn } from "./soft-start.ts";

const on = v.parse(Day, "2026-11-24");
const one = entryId("one");

describe("mechanic 4: a soft start", () => {
  test.each([
    ["I feel tired about the evenings", []],
    ["You always leave it to me", ["always"]],
    ["You never listen, you’re always late", ["always", "never", "you-are"]],
    ["you are my favourite person", ["you-are"]],
    ["nevertheless, hallways", []],
  ])("%s", (words, hints) => {
    expect(hintsIn(words)).toEqual(hints);
  });
});

test("a draft has its texts, and is changed and taken away", () => {
  const doc = new Y.Doc();
  addDraft(doc, { id: one, kind: "soft-start", on });
  const feel = draftText(doc, one, "feel");
  if (feel) editText(doc, feel, { index: 0, remove: 0, insert: "tired" });
  setDraftNeedKind(doc, one, "boundary");
  const raw = plainOf(draftsIn(doc));
  expect(draftViews(() => raw)()).toMatchObject([
    { kind: "soft-start", needKind: "boundary", feel: "tired", about: "", text: "", on },
  ]);
  removeDraft(doc, one);
  expect(draftsIn(doc).size).toBe(0);
});

test("a note is found by its words, in its title and its text", () => {
  const doc = new Y.Doc();
  addNote(doc, { id: one, on });
  const title = noteTitle(doc, one);
  if (title) editText(doc, title, { index: 0, remove: 0, insert: "Sunday" });
  const paragraph = noteBody(doc, one)?.get(0);
  if (paragraph instanceof Y.XmlElement) paragraph.insert(0, [new Y.XmlText("a long Walk")]);
  const raw = plainOf(notesIn(doc));
  expect(noteViews(() => raw)()).toMatchObject([{ title: "Sunday", on }]);
  for (const wanted of ["", "walk", "sunday walk", "LONG"])
    expect(noteHolds(doc, one, wanted)).toBe(true);
  expect(noteHolds(doc, one, "monday")).toBe(false);
  removeNote(doc, one);
  expect(notesIn(doc).size).toBe(0);
});

test("mechanic 11: a need is met by parts in one's life and never by names; unmet excludes them", () => {
  const doc = new Y.Doc();
  addRow(doc, { id: one, need: "Being heard" });
  setMetBy(doc, one, "friend", true);
  setMetBy(doc, one, "partner", true);
  const rows = () => {
    const raw = plainOf(balanceIn(doc));
    return balanceRows(() => raw)();
  };
  expect(rows()).toMatchObject([{ need: "Being heard", metBy: ["partner", "friend"] }]);
  setMetBy(doc, one, "unmet", true);
  expect(rows()[0]?.metBy).toEqual(["unmet"]);
  setMetBy(doc, one, "family", true);
  expect(rows()[0]?.metBy).toEqual(["family"]);
});
