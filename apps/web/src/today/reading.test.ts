import { createRoot, createSignal } from "solid-js";
import { expect, test } from "vitest";
import * as Y from "yjs";

import type { DocumentState } from "../workspace/open-document.ts";
import { createReading, isSettled } from "./reading.ts";

function setUp() {
  const doc = new Y.Doc();
  const [state, setState] = createSignal<DocumentState>({ kind: "opening" });
  const { reading, dispose } = createRoot((dispose) => ({
    reading: createReading(
      () => ({ doc, state }),
      (doc) => doc.getText("words").toJSON(),
    ),
    dispose,
  }));
  return { doc, state, setState, reading, dispose };
}

test("a document is read once it is open, and again when it has changed", async () => {
  const { doc, state, setState, reading, dispose } = setUp();
  doc.getText("words").insert(0, "Hello");
  expect([reading(), isSettled({ doc, state })]).toEqual([null, false]);
  setState({ kind: "open" });
  expect([reading(), isSettled({ doc, state })]).toEqual(["Hello", true]);
  doc.getText("words").insert(5, ", you");
  await expect.poll(reading).toBe("Hello, you");
  dispose();
});

test("of a document that isn't open to somebody nothing is known, and that is settled", () => {
  const { doc, state, setState, reading, dispose } = setUp();
  setState({ kind: "refused", why: "not-open-to-you" });
  expect([reading(), isSettled({ doc, state })]).toEqual([null, true]);
  dispose();
});
