import { addClause, removeClause } from "@concord/domain/agreements/commands";
import { clauseText } from "@concord/domain/agreements/clause-text";
import { clauseBody } from "@concord/domain/agreements/schema";
import { readAgreement } from "@concord/domain/agreements/view";
import { type EntryId, newEntryId } from "@concord/domain/ids";
import { updateYFragment, ySyncPluginKey } from "y-prosemirror";
import { expect, test } from "vitest";
import * as Y from "yjs";

import { makeOwnUndo } from "../../workspace/document-undo.ts";
import { clauseSchema } from "./schema.ts";

/** Two people's copies of one agreement with two clauses, always alike. */
function setUp() {
  const mine = new Y.Doc();
  const theirs = new Y.Doc();
  mine.on("update", (update, origin) => origin !== theirs && Y.applyUpdate(theirs, update, mine));
  theirs.on("update", (update, origin) => origin !== mine && Y.applyUpdate(mine, update, theirs));
  const [first, second] = [newEntryId(), newEntryId()];
  addClause(theirs, { id: first });
  addClause(theirs, { id: second });
  const manager = makeOwnUndo(mine);
  manager.addTrackedOrigin(ySyncPluginKey);
  const words = (doc = mine) => readAgreement(doc).clauses.map(({ text }) => text);
  return { mine, theirs, first, second, manager, words };
}

/** As an editor's binding writes: the whole clause, by its difference to what it was. */
function write(doc: Y.Doc, id: EntryId, words: string): void {
  const body = clauseBody(doc, id);
  if (!body) throw new Error("no such clause");
  const paragraph = clauseSchema.node("paragraph", null, words ? [clauseSchema.text(words)] : []);
  const shown = clauseSchema.node("doc", null, [paragraph]);
  updateYFragment(doc, body, shown, { mapping: new Map(), isOMark: new Map() });
}

test("one undo goes through all clauses, in the order in which one wrote in them", () => {
  const { mine, first, second, manager, words } = setUp();
  write(mine, first, "one");
  manager.stopCapturing();
  write(mine, second, "two");
  manager.undo();
  expect(words()).toEqual(["one", ""]);
  manager.undo();
  expect(words()).toEqual(["", ""]);
  manager.redo();
  expect(words()).toEqual(["one", ""]);
});

test("undo takes back one's own words, and leaves the partner's in the same clause", () => {
  const { mine, theirs, first, manager, words } = setUp();
  write(mine, first, "mine");
  const body = clauseBody(theirs, first);
  expect(body && clauseText(body)).toBe("mine");
  write(theirs, first, "mine, theirs");
  manager.undo();
  expect(words()).toEqual([", theirs", ""]);
});

test("a removed clause comes back with all its words", () => {
  const { mine, theirs, first, manager, words } = setUp();
  write(theirs, first, "theirs");
  removeClause(mine, first);
  expect(words(theirs)).toEqual([""]);
  manager.undo();
  expect(words(theirs)).toEqual(["theirs", ""]);
});
