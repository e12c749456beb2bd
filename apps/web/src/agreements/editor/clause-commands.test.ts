import { EditorState, TextSelection } from "prosemirror-state";
import type { Node } from "prosemirror-model";
import { expect, test } from "vitest";

import { type Format, isFormatted, toggleFormat } from "./clause-commands.ts";
import { clauseSchema } from "./schema.ts";

const { nodes } = clauseSchema;
const bullets: Format = { kind: "list", list: "bulletList" };
const numbers: Format = { kind: "list", list: "orderedList" };
const heading: Format = { kind: "heading", level: 1 };
const bold: Format = { kind: "mark", mark: "strong" };

const words = (type: "paragraph" | "heading"): Node => {
  const block = nodes[type];
  if (!block) throw new Error("no such node");
  return block.create(null, clauseSchema.text("words"));
};

/** All the words of a clause are selected, and the formats are toggled one after the other. */
function toggled(first: Node, ...formats: readonly Format[]): EditorState {
  const doc = clauseSchema.node("doc", null, [first]);
  let state = EditorState.create({ doc, selection: TextSelection.create(doc, 1, 6) });
  for (const format of formats) {
    toggleFormat(format)(state, (tr) => (state = state.apply(tr)));
  }
  return state;
}

test.each([
  [[bold], 'doc(paragraph(strong("words")))'],
  [[bold, bold], 'doc(paragraph("words"))'],
  [[heading], 'doc(heading("words"))'],
  [[heading, heading], 'doc(paragraph("words"))'],
  [[bullets], 'doc(bullet_list(list_item(paragraph("words"))))'],
  [[bullets, bullets], 'doc(paragraph("words"))'],
  [[bullets, numbers], 'doc(ordered_list(list_item(paragraph("words"))))'],
])("toggling %j gives %s", (formats, shown) => {
  const state = toggled(words("paragraph"), ...formats);
  state.doc.check();
  expect(state.doc.toString()).toBe(shown);
});

test("a heading becomes an entry of a list by way of a paragraph", () => {
  const state = toggled(words("heading"), bullets);
  state.doc.check();
  expect(state.doc.toString()).toBe('doc(bullet_list(list_item(paragraph("words"))))');
});

test("a format is told where the selection is", () => {
  expect(isFormatted(toggled(words("paragraph"), bold), bold)).toBe(true);
  expect(isFormatted(toggled(words("paragraph"), numbers), bullets)).toBe(false);
  expect(isFormatted(toggled(words("heading")), heading)).toBe(true);
  expect(isFormatted(toggled(words("heading")), { kind: "heading", level: 2 })).toBe(false);
});
