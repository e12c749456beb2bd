import * as Y from "yjs";

import { type ClauseBlock, clauseMarks, clauseNodes, type ClauseRun } from "./clause-nodes.ts";

/** Plain content as the elements that an editor would have written. */
export function clauseElements(blocks: readonly ClauseBlock[]): Y.XmlElement[] {
  return blocks.map(blockElement);
}

function blockElement(block: ClauseBlock): Y.XmlElement {
  if (block.type === "paragraph") return element(clauseNodes.paragraph, runsText(block.runs));
  if (block.type === "heading") return headingElement(block.level, block.runs);
  const ordered = block.type === "ordered-list";
  const name = ordered ? clauseNodes.orderedList : clauseNodes.bulletList;
  return element(name, block.items.map(itemElement));
}

const itemElement = (blocks: readonly ClauseBlock[]): Y.XmlElement =>
  element(clauseNodes.listItem, clauseElements(blocks));

function headingElement(level: number, runs: readonly ClauseRun[]): Y.XmlElement {
  const heading = element(clauseNodes.heading, runsText(runs));
  setLevel(heading, level);
  return heading;
}

/** The level is a number on the wire, although Yjs' types take every attribute for a string. */
function setLevel(heading: Y.XmlElement<Record<string, string | number>>, level: number): void {
  heading.setAttribute("level", level);
}

function element(name: string, children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const made = new Y.XmlElement(name);
  made.insert(0, children);
  return made;
}

function runsText(runs: readonly ClauseRun[]): Y.XmlText[] {
  const delta = runs
    .map((run) =>
      typeof run === "string"
        ? { insert: run, attributes: {} }
        : {
            insert: run.text,
            attributes: Object.fromEntries(run.marks.map((mark) => [clauseMarks[mark], {}])),
          },
    )
    .filter((part) => part.insert !== "");
  if (delta.length === 0) return [];
  const text = new Y.XmlText();
  text.applyDelta(delta);
  return [text];
}
