import { newEntryId } from "@concord/domain/ids";
import { addNeed, setNeedStatus } from "@concord/domain/needs/commands";
import { readNeeds } from "@concord/domain/needs/view";
import { createRoot } from "solid-js";
import { expect, onTestFinished, test } from "vitest";
import * as Y from "yjs";

import { makeOwnUndo } from "./document-undo.ts";
import { makePageUndo } from "./page-undo.ts";

function page() {
  const docs = [new Y.Doc(), new Y.Doc()] as const;
  const undos = docs.map((doc) => {
    const manager = makeOwnUndo(doc);
    return { manager, undo: () => void manager.undo(), redo: () => void manager.redo() };
  });
  const undo = createRoot((dispose) => {
    onTestFinished(dispose);
    return makePageUndo(() => undos);
  });
  const counts = () => docs.map((doc) => readNeeds(doc).length);
  return { docs, undo, counts };
}

const add = (doc: Y.Doc) => {
  const id = newEntryId();
  addNeed(doc, { id, owner: "ours", kind: "need" });
  return id;
};

test("the latest is taken back first, whichever document it was in, and done again likewise", () => {
  const { docs, undo, counts } = page();
  for (const at of [0, 1, 0] as const) add(docs[at]);
  const seen = [];
  for (let step = 0; step < 4; step += 1) {
    undo.undo();
    seen.push(counts());
  }
  expect(seen).toEqual([
    [1, 1],
    [1, 0],
    [0, 0],
    [0, 0],
  ]);
  undo.redo();
  undo.redo();
  expect(counts()).toEqual([1, 1]);
  undo.redo();
  expect(counts()).toEqual([2, 1]);
});

test("what was done again can be taken back again before what is older", () => {
  const { docs, undo, counts } = page();
  const id = add(docs[0]);
  setNeedStatus(docs[0], id, "met");
  add(docs[1]);
  undo.undo();
  undo.undo();
  undo.redo();
  expect(readNeeds(docs[0])).toMatchObject([{ status: "met" }]);
  undo.undo();
  expect(readNeeds(docs[0])).toMatchObject([{ status: "open" }]);
  expect(counts()).toEqual([1, 0]);
});
