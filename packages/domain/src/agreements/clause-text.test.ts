import { describe, expect, test } from "vitest";
import * as Y from "yjs";

import { clauseElements } from "./clause-content.ts";
import type { ClauseBlock } from "./clause-nodes.ts";
import { clauseText } from "./clause-text.ts";

function bodyOf(...children: (Y.XmlElement | Y.XmlText)[]): Y.XmlFragment {
  const body = new Y.Doc().getXmlFragment("body");
  body.insert(0, children);
  return body;
}

const written = (...blocks: ClauseBlock[]): Y.XmlFragment => bodyOf(...clauseElements(blocks));
const paragraph = (...runs: string[]): ClauseBlock => ({ type: "paragraph", runs });

describe("content written into a clause", () => {
  test("is what the editor's binding would have written", () => {
    const body = written(
      { type: "heading", level: 3, runs: ["Title"] },
      { type: "paragraph", runs: ["Both ", { text: "pay", marks: ["strong", "em"] }, " half"] },
    );
    const [heading, words] = body.toArray();
    expect(heading instanceof Y.XmlElement && heading.getAttribute("level")).toBe(3);
    const text = words instanceof Y.XmlElement ? words.get(0) : null;
    expect(text instanceof Y.XmlText && text.toDelta()).toEqual([
      { insert: "Both " },
      { insert: "pay", attributes: { strong: {}, em: {} } },
      { insert: " half" },
    ]);
  });
});

describe("the canonical text of a clause", () => {
  test("is one line a block, with headings and nested lists marked", () => {
    const inner: ClauseBlock = {
      type: "ordered-list",
      items: [[paragraph("x")], [paragraph("y")]],
    };
    const body = written(
      { type: "heading", level: 1, runs: ["Rent"] },
      paragraph("We pay half each."),
      { type: "bullet-list", items: [[paragraph("one"), inner], [paragraph("two")]] },
    );
    expect(clauseText(body)).toBe("# Rent\nWe pay half each.\n- one\n  1. x\n  2. y\n- two");
  });

  test("does not change with bold, spacing, empty lines or Unicode composition", () => {
    const plain = written(paragraph("Caf\u00e9 at ten"));
    const other = written(
      paragraph(""),
      {
        type: "paragraph",
        runs: [" Cafe\u0301\u00a0 ", { text: "at", marks: ["strong"] }, "\tten  "],
      },
      { type: "ordered-list", items: [[paragraph("  ")]] },
    );
    expect(clauseText(other)).toBe(clauseText(plain));
  });

  test("changes with every word, also between blocks", () => {
    const texts = [
      written(paragraph("a b")),
      written(paragraph("a"), paragraph("b")),
      written({ type: "bullet-list", items: [[paragraph("a")], [paragraph("b")]] }),
      written({ type: "ordered-list", items: [[paragraph("a")], [paragraph("b")]] }),
      written({ type: "heading", level: 1, runs: ["a"] }, paragraph("b")),
      written({ type: "heading", level: 2, runs: ["a"] }, paragraph("b")),
    ].map(clauseText);
    expect(new Set(texts).size).toBe(texts.length);
  });

  test("keeps the words of nodes that this version does not know", () => {
    const note = new Y.XmlElement("footnote");
    note.insert(0, [new Y.XmlText("seen")]);
    const box = new Y.XmlElement("box");
    box.insert(0, clauseElements([paragraph("boxed")]));
    const mixed = new Y.XmlElement("paragraph");
    mixed.insert(0, [
      new Y.XmlText("left"),
      new Y.XmlElement("hard_break"),
      new Y.XmlText("right"),
    ]);
    expect(clauseText(bodyOf(note, box, mixed, new Y.XmlText("loose")))).toBe(
      "seen\nboxed\nleft right\nloose",
    );
  });

  test("is found however deep somebody has nested it", () => {
    const doc = new Y.Doc();
    let parent: Y.XmlFragment = doc.getXmlFragment("body");
    doc.transact(() => {
      for (let depth = 0; depth < 20_000; depth += 1) {
        const child = new Y.XmlElement("bullet_list");
        parent.insert(0, [child]);
        parent = child;
      }
      parent.insert(0, [new Y.XmlText("deep")]);
    });
    expect(clauseText(doc.getXmlFragment("body")).endsWith("- deep")).toBe(true);
  });
});
