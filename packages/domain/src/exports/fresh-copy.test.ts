import { describe, expect, test } from "vitest";
import * as Y from "yjs";

import { addClause } from "../agreements/commands.ts";
import { agreementTitle, clauseBody } from "../agreements/schema.ts";
import { readAgreement } from "../agreements/view.ts";
import { addGoal } from "../goals/commands.ts";
import { addStep } from "../goals/step-commands.ts";
import { readGoals } from "../goals/view.ts";
import { addNeed, needText, removeNeed } from "../needs/commands.ts";
import { readNeeds } from "../needs/view.ts";
import { entryId, makeReplicas, personId, sync } from "../testing/replicas.ts";
import { editText } from "../text.ts";
import { contentOf } from "./content.ts";
import { deepestCopied, freshCopy } from "./fresh-copy.ts";

const a = entryId("a");
const b = entryId("b");
const sam = personId("sam");
const ada = personId("ada");

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** As it comes to somebody who has never had it: its roots have no type yet. */
function overTheWire(doc: Y.Doc): Y.Doc {
  const received = new Y.Doc();
  Y.applyUpdate(received, Y.encodeStateAsUpdate(doc));
  return received;
}

function agreement(): Y.Doc {
  const doc = new Y.Doc();
  agreementTitle(doc).insert(0, "Evenings");
  addClause(doc, {
    id: a,
    content: [
      { type: "heading", level: 2, runs: ["Calm"] },
      {
        type: "paragraph",
        runs: [
          "We ",
          { text: "stop", marks: ["strong", "em"] },
          { text: " at", marks: ["em"] },
          " nine.",
        ],
      },
      {
        type: "ordered-list",
        items: [[{ type: "paragraph", runs: ["tea"] }], [{ type: "paragraph", runs: ["bed"] }]],
      },
    ],
  });
  addClause(doc, { id: b });
  return doc;
}

describe("a fresh copy", () => {
  test("holds the same needs and goals, also of a document that only came over the wire", () => {
    const doc = new Y.Doc();
    addNeed(doc, {
      id: a,
      owner: sam,
      kind: "boundary",
      text: "No phones\nat table",
      help: "A box",
    });
    addNeed(doc, { id: b, owner: "ours", kind: "desire", text: "🌲 walks" });
    addGoal(doc, { id: a, owner: "ours", title: "Walk", why: "Air", progress: "begun" });
    addStep(doc, a, { id: b, cue: "After supper", action: "shoes", obstacle: "rain" });
    for (const source of [doc, overTheWire(doc)]) {
      const copy = freshCopy(source);
      expect(copy.isWhole).toBe(true);
      expect(plain(readNeeds(copy.doc))).toEqual(plain(readNeeds(doc)));
      expect(plain(readGoals(copy.doc))).toEqual(plain(readGoals(doc)));
    }
  });

  test("holds the same rich text: nodes, marks, and a heading's level as the number it is", () => {
    const doc = agreement();
    const { doc: copy, isWhole } = freshCopy(overTheWire(doc));
    expect(isWhole).toBe(true);
    expect(readAgreement(copy)).toEqual(readAgreement(doc));
    expect(clauseBody(copy, a)?.toJSON()).toBe(clauseBody(doc, a)?.toJSON());
    expect(clauseBody(copy, b)?.toJSON()).toBe("<paragraph></paragraph>");
    const heading = clauseBody(copy, a)?.get(0);
    expect(heading instanceof Y.XmlElement && heading.getAttribute("level")).toBe(2);
  });

  test("holds nothing that was deleted, and nobody's history", () => {
    const [adas, sams] = makeReplicas();
    addNeed(adas, { id: a, owner: ada, kind: "need", text: "Rest" });
    addNeed(adas, { id: b, owner: ada, kind: "need", text: "quarrelsome words" });
    sync(adas, sams);
    const text = needText(sams, a, "text");
    if (text) editText(sams, text, { index: 4, remove: 0, insert: " regretted" });
    if (text) editText(sams, text, { index: 4, remove: 10, insert: "ful nights" });
    removeNeed(sams, b);
    const { doc } = freshCopy(sams);
    const bytes = new TextDecoder("latin1").decode(Y.encodeStateAsUpdate(doc));
    expect(readNeeds(doc).map((need) => need.text)).toEqual(["Restful nights"]);
    expect(bytes).not.toMatch(/regretted|quarrelsome/);
    expect(bytes).not.toContain(b);
    expect([...doc.store.clients.keys()]).toEqual([doc.clientID]);
    expect([adas.clientID, sams.clientID]).not.toContain(doc.clientID);
  });

  test("gives a person another id, where an id stands and never in anybody's words", () => {
    const doc = new Y.Doc();
    addNeed(doc, { id: a, owner: sam, kind: "need", text: sam });
    addNeed(doc, { id: b, owner: ada, kind: "need" });
    doc.getMap("offers").set(sam, { by: sam, of: [ada, sam] });
    const copy = freshCopy(doc, (text) => (text === sam ? personId("new") : text)).doc;
    expect(readNeeds(copy)).toMatchObject([{ owner: personId("new"), text: sam }, { owner: ada }]);
    expect(contentOf(copy)["offers"]).toEqual({
      [personId("new")]: { by: personId("new"), of: [ada, personId("new")] },
    });
  });

  test("of an empty document is empty; what was all deleted leaves nothing", () => {
    const doc = new Y.Doc();
    addNeed(doc, { id: a, owner: sam, kind: "need", text: "Rest" });
    removeNeed(doc, a);
    for (const source of [new Y.Doc(), doc, overTheWire(doc)]) {
      const copy = freshCopy(source);
      expect([copy.isWhole, Y.encodeStateAsUpdate(copy.doc).length]).toEqual([true, 2]);
    }
  });

  test("is taken of the older of two versions, and of what another version has added", () => {
    const doc = new Y.Doc();
    doc.getMap("meta").set("version", 1);
    doc.getMap("later").set("field", { of: ["some", 1, true, null] });
    expect(contentOf(freshCopy(overTheWire(doc)).doc)).toEqual({
      meta: { version: 1 },
      later: { field: { of: ["some", 1, true, null] } },
    });
  });
});

/** A map nested this deep. */
function nested(levels: number): Y.Doc {
  const doc = new Y.Doc();
  let map = doc.getMap("needs");
  for (let level = 1; level < levels; level += 1) {
    const below = new Y.Map<unknown>();
    map.set("in", below);
    map = below;
  }
  map.set("words", "here");
  return doc;
}

describe("what no document of ours holds is left out of a copy, which then says so:", () => {
  const withMap = (value: unknown) => {
    const doc = new Y.Doc();
    addNeed(doc, { id: a, owner: "ours", kind: "need", text: "Rest" });
    doc.getMap("needs").set("other", value);
    return doc;
  };
  const withPicture = () => {
    const text = new Y.Text();
    text.applyDelta([{ insert: { picture: "x" } }]);
    return text;
  };

  test.each<readonly [string, () => Y.Doc]>([
    ["a list", () => withMap(Y.Array.from([1]))],
    ["bytes", () => withMap(Uint8Array.of(1, 2))],
    ["another document", () => withMap(new Y.Doc())],
    ["a picture among words", () => withMap(withPicture())],
    ["a hook", () => withMap(hooked())],
  ])("%s", (_, make) => {
    for (const source of [make(), overTheWire(make())]) {
      const copy = freshCopy(source);
      expect(copy.isWhole).toBe(false);
      expect(readNeeds(copy.doc).map(({ text }) => text)).toContain("Rest");
    }
  });

  test("a list as a root", () => {
    const doc = new Y.Doc();
    doc.getArray("needs").push([1]);
    expect(freshCopy(doc).isWhole).toBe(false);
    expect(freshCopy(overTheWire(doc)).isWhole).toBe(false);
  });

  test("maps and elements that somebody nested without end", () => {
    expect(freshCopy(nested(deepestCopied)).isWhole).toBe(true);
    expect(freshCopy(nested(deepestCopied + 1)).isWhole).toBe(false);
    expect(freshCopy(nested(3000)).isWhole).toBe(false);
    const doc = new Y.Doc();
    let parent: Y.XmlFragment = doc.getXmlFragment("body");
    for (let level = 0; level < 3000; level += 1) {
      const element = new Y.XmlElement("list_item");
      parent.insert(0, [element]);
      parent = element;
    }
    expect(freshCopy(doc).isWhole).toBe(false);
  });

  function hooked(): Y.XmlFragment {
    const fragment = new Y.XmlFragment();
    fragment.insert(0, [new Y.XmlHook("x") as unknown as Y.XmlElement]);
    return fragment;
  }
});

test("content is plain values: words for texts, a clause by the text that it is agreed by", () => {
  expect(contentOf(agreement())).toMatchObject({
    title: "Evenings",
    clauses: { [a]: { body: "## Calm\nWe stop at nine.\n1. tea\n2. bed" }, [b]: { body: "" } },
  });
});
