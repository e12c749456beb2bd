import * as Y from "yjs";

import { rootKind, rootNames } from "./roots.ts";

/** Nothing of ours nests nearly as deeply: what lies deeper was forged, and could exhaust a stack. */
export const deepestCopied = 64;

export interface FreshCopy {
  readonly doc: Y.Doc;
  /** Whether it has all that was there: else something was of a kind that no document of ours has. */
  readonly isWhole: boolean;
}

interface Work {
  /** What a person's id becomes, wherever it stands as a field's name or value. */
  readonly rename: (text: string) => string;
  isWhole: boolean;
}

/**
 * A document's content without its past: written anew, as by one device that has just typed it
 * all. Nothing that was deleted is in it, nor who wrote what, nor when.
 */
export function freshCopy(
  from: Y.Doc,
  rename: (text: string) => string = (text) => text,
): FreshCopy {
  const doc = new Y.Doc();
  const work: Work = { rename, isWhole: true };
  doc.transact(() => {
    for (const name of rootNames(from)) copyRoot(from, doc, name, work);
  });
  return { doc, isWhole: work.isWhole };
}

function copyRoot(from: Y.Doc, to: Y.Doc, name: string, work: Work): void {
  switch (rootKind(from, name)) {
    case "map":
      for (const [key, value] of fieldsOf(from.getMap(name), 1, work))
        to.getMap(name).set(key, value);
      return;
    case "text":
      to.getText(name).applyDelta(deltaOf(from.getText(name), work));
      return;
    case "fragment":
      to.getXmlFragment(name).insert(0, childrenOf(from.getXmlFragment(name), 1, work));
      return;
    case "other":
      work.isWhole = false;
      return;
    case "nothing":
      return;
  }
}

function fieldsOf(map: Y.Map<unknown>, depth: number, work: Work): [string, unknown][] {
  const fields: [string, unknown][] = [];
  for (const [key, value] of map.entries()) {
    const copy = copyOf(value, depth, work);
    if (copy === undefined) work.isWhole = false;
    else fields.push([work.rename(key), copy]);
  }
  return fields;
}

/** A copy of a field's value, or undefined where it is nothing of ours. */
function copyOf(value: unknown, depth: number, work: Work): unknown {
  if (depth > deepestCopied) return undefined;
  if (value instanceof Y.XmlElement || value instanceof Y.XmlText)
    return nodeOf(value, depth, work);
  if (value instanceof Y.Map) return new Y.Map(fieldsOf(value, depth + 1, work));
  if (value instanceof Y.Text) return textOf(new Y.Text(), value, work);
  if (value instanceof Y.XmlFragment) {
    const fragment = new Y.XmlFragment();
    fragment.insert(0, childrenOf(value, depth + 1, work));
    return fragment;
  }
  return plainCopy(value, work);
}

/** JSON alone: no bytes, no big integers, no other type of Yjs. */
function plainCopy(value: unknown, work: Work): unknown {
  if (typeof value === "string") return work.rename(value);
  if (value === null || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  if (Array.isArray(value)) {
    const copies = value.map((part: unknown) => plainCopy(part, work));
    return copies.includes(undefined) ? undefined : copies;
  }
  if (!isRecord(value)) return undefined;
  const copies = Object.entries(value).map(([key, part]) => [
    work.rename(key),
    plainCopy(part, work),
  ]);
  return copies.some(([, part]) => part === undefined) ? undefined : Object.fromEntries(copies);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;

type Node = Y.XmlElement | Y.XmlText;

function childrenOf(parent: Y.XmlFragment, depth: number, work: Work): Node[] {
  const children: unknown[] = parent.toArray();
  return children.flatMap((child) => {
    const isNode = child instanceof Y.XmlElement || child instanceof Y.XmlText;
    if (isNode && depth < deepestCopied) return [nodeOf(child, depth, work)];
    work.isWhole = false;
    return [];
  });
}

function nodeOf(node: Node, depth: number, work: Work): Node {
  if (node instanceof Y.XmlText) return textOf(new Y.XmlText(), node, work);
  const element = new Y.XmlElement(node.nodeName);
  const attributes: Readonly<Record<string, unknown>> = node.getAttributes();
  for (const [name, value] of Object.entries(attributes)) {
    const copy = plainCopy(value, work);
    if (isAttribute(copy)) setAttribute(element, name, copy);
    else work.isWhole = false;
  }
  element.insert(0, childrenOf(node, depth + 1, work));
  return element;
}

type Attribute = string | number | object;

const isAttribute = (value: unknown): value is Attribute =>
  typeof value === "string" || typeof value === "number" || isRecord(value);

/** A heading's level is a number on the wire, although Yjs' types take it for a string. */
function setAttribute(
  element: Y.XmlElement<Record<string, Attribute>>,
  name: string,
  value: Attribute,
): void {
  element.setAttribute(name, value);
}

function textOf<Text extends Y.Text>(copy: Text, text: Y.Text, work: Work): Text {
  copy.applyDelta(deltaOf(text, work));
  return copy;
}

interface Part {
  readonly insert: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

/** A text's words with their formatting. Nothing of ours stands among the words but words. */
function deltaOf(text: Y.Text, work: Work): Part[] {
  const delta: readonly { readonly insert?: unknown; readonly attributes?: unknown }[] =
    text.toDelta();
  return delta.flatMap(({ insert, attributes }): Part[] => {
    const copy = attributes === undefined ? {} : plainCopy(attributes, work);
    if (typeof insert === "string" && isRecord(copy)) return [{ insert, attributes: copy }];
    work.isWhole = false;
    return [];
  });
}
