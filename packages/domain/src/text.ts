import type * as Y from "yjs";

import { cleanWords } from "./clean-words.ts";
import { run } from "./origin.ts";

/** One edit of a plain text, in UTF-16 code units: from `index`, `remove` go and `insert` comes. */
export interface Splice {
  readonly index: number;
  readonly remove: number;
  readonly insert: string;
}

/** The only way to edit a plain text. A splice that reaches beyond the text is cut to fit. */
export function editText(doc: Y.Doc, text: Y.Text, splice: Splice): void {
  if (text.doc !== doc) return;
  const index = Math.min(Math.max(splice.index, 0), text.length);
  const remove = Math.min(Math.max(splice.remove, 0), text.length - index);
  const insert = cleanWords(splice.insert);
  if (remove === 0 && insert === "") return;
  run(doc, "text/edit", () => {
    if (remove > 0) text.delete(index, remove);
    if (insert !== "") text.insert(index, insert);
  });
}
