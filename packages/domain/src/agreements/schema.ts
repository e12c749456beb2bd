import * as Y from "yjs";

import { type Entries, entryIn } from "../entries.ts";
import type { EntryId } from "../ids.ts";

/** The list of the document of room `agreements`. */
export const agreementsIn = (doc: Y.Doc): Entries => doc.getMap("agreements");

/** The title of the document of a room `agreement/<id>`: the true one; the list has a copy. */
export const agreementTitle = (doc: Y.Doc): Y.Text => doc.getText("title");

/** What else is said about an agreement as a whole. */
export const detailsIn = (doc: Y.Doc): Y.Map<unknown> => doc.getMap("details");

/** The clauses of the document of a room `agreement/<id>`. */
export const clausesIn = (doc: Y.Doc): Entries => doc.getMap("clauses");

/** A clause's rich text, for the editor; null where the clause has gone. */
export function clauseBody(doc: Y.Doc, id: EntryId): Y.XmlFragment | null {
  const body = entryIn(clausesIn(doc), id)?.get("body");
  return body instanceof Y.XmlFragment ? body : null;
}
