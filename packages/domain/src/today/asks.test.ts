import { expect, test } from "vitest";
import * as Y from "yjs";

import { entryId, personId } from "../testing/replicas.ts";
import { readOpenAsks } from "./asks.ts";

const maya = personId("maya");

const docOf = (asks: Record<string, Record<string, unknown>>): Y.Doc => {
  const doc = new Y.Doc();
  for (const [id, fields] of Object.entries(asks))
    doc.getMap("asks").set(entryId(id), new Y.Map(Object.entries(fields)));
  return doc;
};

test("the open asks are those that nobody is done with, whatever a newer client writes in them", () => {
  const doc = docOf({
    open: { owner: maya, kind: "comfort", answer: null, done: false },
    answered: { owner: maya, kind: "space", answer: "coming", done: false },
    done: { owner: maya, kind: "listen", answer: null, done: true },
    newer: { owner: maya, kind: "sing", answer: new Y.Text(""), done: null },
    nobody: { owner: "ours", kind: "ideas" },
  });
  doc.getMap("asks").set("broken", 3);
  expect(readOpenAsks(doc).toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual([
    { id: entryId("answered"), owner: maya, kind: "space", answered: true },
    { id: entryId("newer"), owner: maya, kind: null, answered: false },
    { id: entryId("open"), owner: maya, kind: "comfort", answered: false },
  ]);
  expect(readOpenAsks(new Y.Doc())).toEqual([]);
});
