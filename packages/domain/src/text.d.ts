import type * as Y from "yjs";
/** One edit of a plain text, in UTF-16 code units: from `index`, `remove` go and `insert` comes. */
export interface Splice {
  readonly index: number;
  readonly remove: number;
  readonly insert: string;
}
/** The only way to edit a plain text. A splice that reaches beyond the text is cut to fit. */
export declare function editText(doc: Y.Doc, text: Y.Text, splice: Splice): void;
