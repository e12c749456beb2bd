import { expect, test } from "vitest";
import * as Y from "yjs";

import { editText, type Splice } from "./text.ts";

function edited(words: string, splice: Splice): string {
  const doc = new Y.Doc();
  const text = doc.getText("title");
  text.insert(0, words);
  editText(doc, text, splice);
  return text.toJSON();
}

test("one splice takes words away and puts others there", () => {
  expect(edited("a walk", { index: 2, remove: 4, insert: "run" })).toBe("a run");
});

test("a splice that reaches beyond the text is cut to fit", () => {
  expect(edited("abc", { index: 9, remove: 9, insert: "d" })).toBe("abcd");
  expect(edited("abc", { index: -2, remove: 1, insert: "" })).toBe("bc");
  expect(edited("abc", { index: 1, remove: -4, insert: "" })).toBe("abc");
});

test("line ends are one character whatever they came as", () => {
  expect(edited("", { index: 0, remove: 0, insert: "a\r\nb\rc" })).toBe("a\nb\nc");
});

test("half a character, which would reach the partner as another, is the same for both", () => {
  expect(edited("", { index: 0, remove: 0, insert: "a\ud83d" })).toBe("a\ufffd");
});

test("a text that stands in no document, or in another, is left alone", () => {
  const loose = new Y.Text();
  editText(new Y.Doc(), loose, { index: 0, remove: 0, insert: "x" });
  expect(loose.doc).toBeNull();
});
