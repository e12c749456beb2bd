import { clauseMarks, clauseNodes, headingLevels } from "@concord/domain/agreements/clause-nodes";
import { type DOMOutputSpec, type MarkSpec, type NodeSpec, Schema } from "prosemirror-model";

/**
 * The rich text of a clause, as wire format: version 1, for document version 1. Add only, and
 * with a new document version: an editor that lacks a node deletes it for everyone. Attributes
 * that a node here does not have are removed from the document likewise.
 */
const levelOf = (attrs: Readonly<Record<string, unknown>>): number =>
  attrs["level"] === 2 || attrs["level"] === 3 ? attrs["level"] : 1;

/** A clause stands under the page's h1 and its own name, an h2: its headings are h3 to h5. */
const headingTag = (level: number) => `h${level + 2}`;

const nodes: Record<string, NodeSpec> = {
  doc: { content: "block+" },
  [clauseNodes.paragraph]: {
    content: "inline*",
    group: "block",
    parseDOM: [{ tag: "p" }],
    toDOM: (): DOMOutputSpec => ["p", 0],
  },
  [clauseNodes.heading]: {
    attrs: { level: { default: 1, validate: "number" } },
    content: "inline*",
    group: "block",
    defining: true,
    parseDOM: [
      { tag: "h1", attrs: { level: 1 } },
      { tag: "h2", attrs: { level: 2 } },
      ...headingLevels.map((level) => ({ tag: headingTag(level), attrs: { level } })),
      { tag: "h6", attrs: { level: 3 } },
    ],
    toDOM: (node): DOMOutputSpec => [headingTag(levelOf(node.attrs)), 0],
  },
  [clauseNodes.bulletList]: {
    content: `${clauseNodes.listItem}+`,
    group: "block",
    parseDOM: [{ tag: "ul" }],
    toDOM: (): DOMOutputSpec => ["ul", 0],
  },
  [clauseNodes.orderedList]: {
    content: `${clauseNodes.listItem}+`,
    group: "block",
    parseDOM: [{ tag: "ol" }],
    toDOM: (): DOMOutputSpec => ["ol", 0],
  },
  [clauseNodes.listItem]: {
    content: `${clauseNodes.paragraph} block*`,
    defining: true,
    parseDOM: [{ tag: "li" }],
    toDOM: (): DOMOutputSpec => ["li", 0],
  },
  text: { group: "inline" },
};

const marks: Record<string, MarkSpec> = {
  [clauseMarks.strong]: {
    parseDOM: [
      { tag: "strong" },
      { tag: "b", getAttrs: (element) => element.style.fontWeight !== "normal" && null },
      {
        style: "font-weight",
        getAttrs: (weight) => /^(bold(er)?|[6-9]\d{2})$/.test(weight) && null,
      },
    ],
    toDOM: (): DOMOutputSpec => ["strong", 0],
  },
  [clauseMarks.em]: {
    parseDOM: [{ tag: "i" }, { tag: "em" }, { style: "font-style=italic" }],
    toDOM: (): DOMOutputSpec => ["em", 0],
  },
};

export const clauseSchema = new Schema({ nodes, marks });

export function nodeType(name: (typeof clauseNodes)[keyof typeof clauseNodes]) {
  const type = clauseSchema.nodes[name];
  if (!type) throw new Error(`the schema has no ${name}`);
  return type;
}

export function markType(name: (typeof clauseMarks)[keyof typeof clauseMarks]) {
  const type = clauseSchema.marks[name];
  if (!type) throw new Error(`the schema has no ${name}`);
  return type;
}
