/**
 * The rich text of a clause on the wire, as y-prosemirror writes it: a node is a Y.XmlElement of
 * this name, its attributes are the element's, a mark is a formatting attribute of Y.XmlText with
 * an object as its value. Add only, with a new document version: an editor that lacks a node
 * deletes it for everyone.
 */
export const clauseNodes = {
  paragraph: "paragraph",
  heading: "heading",
  bulletList: "bullet_list",
  orderedList: "ordered_list",
  listItem: "list_item",
} as const;

export const clauseMarks = { strong: "strong", em: "em" } as const;
export type ClauseMark = keyof typeof clauseMarks;

export const headingLevels = [1, 2, 3] as const;
export type HeadingLevel = (typeof headingLevels)[number];

/** Words in one formatting. A plain string is words without any. */
export type ClauseRun = string | { readonly text: string; readonly marks: readonly ClauseMark[] };

/** Plain structured content that commands can write into a clause. */
export type ClauseBlock =
  | { readonly type: "paragraph"; readonly runs: readonly ClauseRun[] }
  | { readonly type: "heading"; readonly level: HeadingLevel; readonly runs: readonly ClauseRun[] }
  | {
      readonly type: "bullet-list" | "ordered-list";
      readonly items: readonly (readonly ClauseBlock[])[];
    };
