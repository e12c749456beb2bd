import { addClause } from "@concord/domain/agreements/commands";
import { agreementTitle, clausesIn } from "@concord/domain/agreements/schema";
import { newEntryId } from "@concord/domain/ids";
import { editText } from "@concord/domain/text";
import type * as Y from "yjs";

import type { AgreementTemplate } from "./templates.ts";

/** Writes a sketch into an empty agreement; does nothing where anything is written already. */
export function writeTemplate(doc: Y.Doc, { title, clauses }: AgreementTemplate): void {
  if (clausesIn(doc).size > 0 || agreementTitle(doc).length > 0) return;
  editText(doc, agreementTitle(doc), { index: 0, remove: 0, insert: title });
  for (const words of clauses)
    addClause(doc, { id: newEntryId(), content: [{ type: "paragraph", runs: [words] }] });
}
