import { createEffect, createRoot } from "solid-js";
import { expect, test } from "vitest";
import * as Y from "yjs";

import { createUndo } from "./undo.ts";

test("says what can be undone and redone as it changes, until its owner ends", () => {
  const doc = new Y.Doc();
  const text = doc.getText("title");
  const manager = new Y.UndoManager(text, { captureTimeout: 0 });
  const seen: string[] = [];
  const [undo, dispose] = createRoot((end) => {
    const made = createUndo(manager);
    createEffect(() => seen.push(`${made.canUndo()} ${made.canRedo()}`));
    return [made, end];
  });
  text.insert(0, "a");
  text.insert(1, "b");
  undo.undo();
  undo.undo();
  expect(text.toJSON()).toBe("");
  undo.redo();
  expect(text.toJSON()).toBe("a");
  manager.clear();
  expect([seen.at(0), seen.includes("true true"), seen.includes("false true")]).toEqual([
    "false false",
    true,
    true,
  ]);
  expect(seen.at(-1)).toBe("false false");
  dispose();
  text.insert(0, "c");
  expect(undo.canUndo()).toBe(false);
});
