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
 * - bold, italic and everything else that does not change the words is left out; nodes that this
 *   version does not know count as paragraphs
 *
 * Hashes of agreed text depend on it: it is never changed, only joined by a successor.
 */
export function clauseText(body: Y.XmlFragment): string {
  return linesOf(body).join("\n");
}

type Lines = readonly string[];

function linesOf(parent: Y.XmlFragment): Lines {
  return childrenOf(parent).flatMap((child) => {
    if (child instanceof Y.XmlText) return line(textOf(child), "");
    if (child.nodeName === clauseNodes.bulletList) return listLines(child, () => "- ");
    if (child.nodeName === clauseNodes.orderedList) return listLines(child, (at) => `${at}. `);
    if (child.nodeName === clauseNodes.heading) return line(wordsOf(child), headingPrefix(child));
    return isTextBlock(child) ? line(wordsOf(child), "") : linesOf(child);
  });
}

function listLines(list: Y.XmlElement, marker: (at: number) => string): Lines {
  const entries = childrenOf(list)
    .map((item) => (item instanceof Y.XmlText ? line(textOf(item), "") : linesOf(item)))
    .filter((lines) => lines.length > 0);
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

/** All words below an element; an element within the words parts them by a space. */
function wordsOf(element: Y.XmlElement): string {
  return childrenOf(element)
    .map((child) => (child instanceof Y.XmlText ? textOf(child) : ` ${wordsOf(child)} `))
    .join("");
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
