import type { ClauseBlock } from "@concord/domain/agreements/clause-nodes";
import { clauseText } from "@concord/domain/agreements/clause-text";
import { addClause } from "@concord/domain/agreements/commands";
import { clauseBody } from "@concord/domain/agreements/schema";
import { newEntryId } from "@concord/domain/ids";
import { initProseMirrorDoc, updateYFragment } from "y-prosemirror";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";

import { clauseSchema } from "./schema.ts";

const everything: readonly ClauseBlock[] = [
  { type: "heading", level: 2, runs: ["Evenings"] },
  {
    type: "paragraph",
    runs: ["We ", { text: "both", marks: ["strong"] }, " rest ", { text: "first", marks: ["em"] }],
  },
  {
    type: "bullet-list",
    items: [
      [
        { type: "paragraph", runs: ["phones away"] },
        { type: "ordered-list", items: [[{ type: "paragraph", runs: ["in the hall"] }]] },
      ],
    ],
  },
];

function clauseWith(content?: readonly ClauseBlock[]) {
  const doc = new Y.Doc();
  const id = newEntryId();
  addClause(doc, content ? { id, content } : { id });
  const body = clauseBody(doc, id);
  if (!body) throw new Error("the clause has no body");
  return { doc, body };
}

describe("the editor's schema", () => {
  test("knows every node that a command can write, and deletes none of it", () => {
    const { body } = clauseWith(everything);
    const before = body.toJSON();
    const { doc: shown } = initProseMirrorDoc(body, clauseSchema);
    shown.check();
    expect(body.toJSON()).toBe(before);
    expect(shown.textContent).toBe("EveningsWe both rest firstphones awayin the hall");
    expect(shown.firstChild?.attrs).toEqual({ level: 2 });
  });

  test("writes back exactly what it read", () => {
    const { doc, body } = clauseWith(everything);
    const { doc: shown } = initProseMirrorDoc(body, clauseSchema);
    const state = Y.encodeStateAsUpdate(doc);
    updateYFragment(doc, body, shown, { mapping: new Map(), isOMark: new Map() });
    expect(Y.encodeStateAsUpdate(doc)).toEqual(state);
  });

  test("gives the canonical text the words that an editor wrote", () => {
    const { doc, body } = clauseWith();
    const { doc: shown } = initProseMirrorDoc(clauseWith(everything).body, clauseSchema);
    updateYFragment(doc, body, shown, { mapping: new Map(), isOMark: new Map() });
    expect(clauseText(body)).toBe(clauseText(clauseWith(everything).body));
  });

  test("shows an empty clause as one empty paragraph without writing anything", () => {
    const { doc, body } = clauseWith();
    const before = Y.encodeStateVector(doc);
    const { doc: shown } = initProseMirrorDoc(body, clauseSchema);
    expect(shown.toString()).toBe("doc(paragraph)");
    expect(Y.encodeStateVector(doc)).toEqual(before);
  });
});
