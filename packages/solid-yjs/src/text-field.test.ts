import { createRoot } from "solid-js";
import { expect, test } from "vitest";
import * as Y from "yjs";

import { createMapStore } from "./map-store.ts";
import { FakeField } from "./testing/fake-field.ts";
import { createTextField } from "./text-field.ts";

function bindEntry(doc: Y.Doc, field: FakeField): () => void {
  const list = doc.getMap("list");
  const find = (): Y.Text | null => {
    const text = list.get("a");
    return text instanceof Y.Text ? text : null;
  };
  return createRoot((dispose) => {
    const store = createMapStore(list);
    createTextField(field, {
      value: () => (typeof store["a"] === "string" ? store["a"] : ""),
      text: find,
      edit: (text, { index, remove, insert }) => {
        text.delete(index, remove);
        text.insert(index, insert);
      },
      undo: () => undefined,
      redo: () => undefined,
    });
    return dispose;
  });
}

test("a field follows its text through a removal that is undone", () => {
  const doc = new Y.Doc();
  doc.getMap("list").set("a", new Y.Text("words"));
  const undo = new Y.UndoManager(doc);
  const field = new FakeField();
  const dispose = bindEntry(doc, field);
  expect(field.value).toBe("words");
  doc.getMap("list").delete("a");
  expect(field.value).toBe("");
  undo.undo();
  expect(field.value).toBe("words");
  field.select(5);
  field.type("!");
  expect(doc.getMap("list").toJSON()).toEqual({ a: "words!" });
  dispose();
  field.type("?");
  expect(doc.getMap("list").toJSON()).toEqual({ a: "words!" });
});

test("a text put in another's place is the one that is typed into", () => {
  const doc = new Y.Doc();
  const list = doc.getMap("list");
  list.set("a", new Y.Text("same"));
  const field = new FakeField();
  const dispose = bindEntry(doc, field);
  list.set("a", new Y.Text("other"));
  field.select(5);
  field.type("!");
  expect(list.toJSON()).toEqual({ a: "other!" });
  dispose();
});
