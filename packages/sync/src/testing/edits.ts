import * as Y from "yjs";

import type { Random } from "./random.ts";

// No surrogate pairs: Yjs itself doesn't converge when one is split.
const words = ["needs ", "we ", "ü", "日本", "a longer piece of text, ", "x"];

/** One random edit of a document that uses every kind of type and content Yjs has. */
export function editAnything(doc: Y.Doc, random: Random): void {
  const edits = [editText, editMap, editArray, editXml, formatText, embed];
  random.pick(edits)(doc, random);
}

function editText(doc: Y.Doc, random: Random): void {
  const text = doc.getText("text");
  if (text.length > 0 && random.chance(0.35)) {
    const at = random.below(text.length);
    text.delete(at, Math.min(1 + random.below(5), text.length - at));
  } else {
    text.insert(random.below(text.length + 1), random.pick(words));
  }
}

function formatText(doc: Y.Doc, random: Random): void {
  const text = doc.getText("text");
  if (text.length === 0) return;
  const at = random.below(text.length);
  const bold = random.pick([true, null]);
  text.format(at, Math.min(1 + random.below(6), text.length - at), { bold });
}

function embed(doc: Y.Doc, random: Random): void {
  const text = doc.getText("text");
  text.insertEmbed(random.below(text.length + 1), { image: [random.below(9)] });
}

function editMap(doc: Y.Doc, random: Random): void {
  const map = doc.getMap("map");
  const key = random.pick(["a", "b", "c"]);
  const nested = map.get(key);
  if (random.chance(0.2)) map.delete(key);
  else if (random.chance(0.3)) map.set(key, new Y.Map([["title", random.pick(words)]]));
  else if (nested instanceof Y.Map) nested.set(random.pick(["title", "kind"]), random.below(1000));
  else map.set(key, random.pick([1, -5.5, null, true, "text", [1, { deep: [2] }]]));
}

function editArray(doc: Y.Doc, random: Random): void {
  const array = doc.getArray("array");
  const values = [
    1,
    { big: 1n, none: undefined },
    new Uint8Array([1, 2]),
    { a: { b: [null, "c"] } },
    2 ** 40,
    0.1,
  ];
  if (array.length > 2 && random.chance(0.4)) array.delete(random.below(array.length - 1), 2);
  else array.insert(random.below(array.length + 1), [random.pick(values), random.pick(values)]);
}

function editXml(doc: Y.Doc, random: Random): void {
  const fragment = doc.getXmlFragment("xml");
  if (fragment.length > 2 && random.chance(0.3)) {
    fragment.delete(random.below(fragment.length), 1);
    return;
  }
  const element = new Y.XmlElement(random.pick(["paragraph", "heading"]));
  element.setAttribute("level", String(random.below(4)));
  element.insert(0, [new Y.XmlText(random.pick(words))]);
  fragment.insert(random.below(fragment.length + 1), [element]);
}
