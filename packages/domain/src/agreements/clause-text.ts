import * as Y from "yjs";

import { clauseNodes } from "./clause-nodes.ts";

/**
 * A clause's words as one plain text, the same on every device: what an assent is given to.
 *
 * - one line per paragraph, heading or list entry, joined by "\n"; nothing before or after
 * - a heading starts with one "#" per level and a space
 * - a list entry starts with "- ", or with its number and ". "; what else it holds is indented by
 *   two spaces per depth
 * - white space of any kind and length is one space; none at a line's ends; a line without words
 *   is left out, and does not count in a numbered list
 * - Unicode NFC
 * - what lies more than 32 elements deep is one paragraph
 * - bold, italic and everything else that does not change the words is left out; nodes that this
 *   version does not know count as paragraphs
 *
 * Hashes of agreed text depend on it: it is never changed, only joined by a successor.
 */
export function clauseText(body: Y.XmlFragment): string {
  return linesOf(body, 0).join("\n");
}

type Lines = readonly string[];

/** Nobody writes lists this deep: what lies deeper is one paragraph, and no stack runs out. */
const deepest = 32;

function linesOf(parent: Y.XmlFragment, depth: number): Lines {
  return childrenOf(parent).flatMap((child) => {
    if (child instanceof Y.XmlText) return line(textOf(child), "");
    if (child.nodeName === clauseNodes.heading) return line(wordsOf(child), headingPrefix(child));
    if (depth >= deepest || isTextBlock(child)) return line(wordsOf(child), "");
    const below = childrenOf(child).map((item) => itemLines(item, depth + 1));
    if (child.nodeName === clauseNodes.bulletList) return markLines(below, () => "- ");
    if (child.nodeName === clauseNodes.orderedList) return markLines(below, (at) => `${at}. `);
    return linesOf(child, depth + 1);
  });
}

const itemLines = (item: Y.XmlElement | Y.XmlText, depth: number): Lines =>
  item instanceof Y.XmlText ? line(textOf(item), "") : linesOf(item, depth);

function markLines(items: readonly Lines[], marker: (at: number) => string): Lines {
  const entries = items.filter((lines) => lines.length > 0);
  return entries.flatMap(([first = "", ...rest], at) => [
    marker(at + 1) + first,
    ...rest.map((text) => `  ${text}`),
  ]);
}

function headingPrefix(heading: Y.XmlElement): string {
  const level: unknown = heading.getAttribute("level");
  return `${"#".repeat(level === 2 || level === 3 ? level : 1)} `;
}

function line(words: string, prefix: string): Lines {
  const clean = words.normalize("NFC").replaceAll(/\s+/g, " ").trim();
  return clean === "" ? [] : [prefix + clean];
}

const isTextBlock = (element: Y.XmlElement): boolean =>
  element.nodeName === clauseNodes.paragraph ||
  childrenOf(element).some((child) => child instanceof Y.XmlText);

/** All words below an element, however deep; an element among the words parts them by a space. */
function wordsOf(element: Y.XmlElement): string {
  const words: string[] = [];
  const waiting: (Y.XmlElement | Y.XmlText | " ")[] = childrenOf(element).toReversed();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === " ") words.push(next);
    else if (next instanceof Y.XmlText) words.push(textOf(next));
    else {
      waiting.push(" ");
      for (const child of childrenOf(next).toReversed()) waiting.push(child);
      waiting.push(" ");
    }
  }
  return words.join("");
}

function textOf(text: Y.XmlText): string {
  const delta: readonly { readonly insert?: unknown }[] = text.toDelta();
  return delta.map((part) => (typeof part.insert === "string" ? part.insert : " ")).join("");
}

/** A Y.XmlHook, or whatever else a buggy client has put there, has no words. */
function childrenOf(parent: Y.XmlFragment): (Y.XmlElement | Y.XmlText)[] {
  const children: unknown[] = parent.toArray();
  return children.filter((child) => child instanceof Y.XmlElement || child instanceof Y.XmlText);
}
