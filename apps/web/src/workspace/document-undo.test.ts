import { newEntryId } from "@concord/domain/ids";
import { addNeed, needText, setNeedKind } from "@concord/domain/needs/commands";
import { readNeeds } from "@concord/domain/needs/view";
import { editText } from "@concord/domain/text";
import { expect, test } from "vitest";
import * as Y from "yjs";

import { makeOwnUndo } from "./document-undo.ts";

function two() {
  const mine = new Y.Doc();
  const theirs = new Y.Doc();
  mine.on("update", (update, origin) => origin !== theirs && Y.applyUpdate(theirs, update, mine));
  theirs.on("update", (update, origin) => origin !== mine && Y.applyUpdate(mine, update, theirs));
  return { mine, theirs, manager: makeOwnUndo(mine) };
}

const write = (doc: Y.Doc, id: ReturnType<typeof newEntryId>, insert: string) => {
  const text = needText(doc, id, "text");
  if (text) editText(doc, text, { index: 0, remove: 0, insert });
};

test("undoing a new entry keeps it where the partner has written in it", () => {
  const { mine, theirs, manager } = two();
  const id = newEntryId();
  addNeed(mine, { id, owner: "ours", kind: "concern" });
  write(theirs, id, "theirs");
  manager.undo();
  expect(readNeeds(mine)).toMatchObject([{ id, kind: "concern", text: "theirs" }]);
  expect(readNeeds(theirs)).toMatchObject([{ id, kind: "concern", text: "theirs" }]);
});

test("undoing a new entry that is still one's own takes it away", () => {
  const { mine, theirs, manager } = two();
  const id = newEntryId();
  addNeed(mine, { id, owner: "ours", kind: "need", text: "rest" });
  manager.undo();
  expect(readNeeds(theirs)).toEqual([]);
});

test("a later choice in an entry that both write in is undone by itself", () => {
  const { mine, theirs, manager } = two();
  const id = newEntryId();
  addNeed(mine, { id, owner: "ours", kind: "need" });
  write(theirs, id, "theirs");
  setNeedKind(mine, id, "desire");
  manager.undo();
  expect(readNeeds(mine)).toMatchObject([{ kind: "need", text: "theirs" }]);
});

test("a transaction that changes nothing is no step, and forgets nothing that can be done again", () => {
  const { mine, manager } = two();
  manager.addTrackedOrigin("caret");
  addNeed(mine, { id: newEntryId(), owner: "ours", kind: "need" });
  manager.undo();
  mine.transact(() => {}, "caret");
  expect(manager.canUndo()).toBe(false);
  expect(manager.canRedo()).toBe(true);
});
