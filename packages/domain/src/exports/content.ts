import * as Y from "yjs";

import { clauseText } from "../agreements/clause-text.ts";
import { deepestCopied } from "./fresh-copy.ts";
import { rootKind, rootNames } from "./roots.ts";

/** What a document holds as plain values, for whoever reads an export without Yjs. */
export type Content = Readonly<Record<string, unknown>>;

/** A Y.Map is a record, a Y.Text its words, rich text the plain text that a clause is agreed by. */
export function contentOf(doc: Y.Doc): Content {
  return recordOf(rootNames(doc).map((name) => [name, rootContent(doc, name)]));
}

function rootContent(doc: Y.Doc, name: string): unknown {
  switch (rootKind(doc, name)) {
    case "map":
      return mapContent(doc.getMap(name), 1);
    case "text":
      return doc.getText(name).toJSON();
    case "fragment":
      return clauseText(doc.getXmlFragment(name));
    default:
      return undefined;
  }
}

const mapContent = (map: Y.Map<unknown>, depth: number): Content =>
  recordOf([...map.entries()].map(([key, value]) => [key, valueContent(value, depth)]));

function valueContent(value: unknown, depth: number): unknown {
  if (depth > deepestCopied) return undefined;
  if (value instanceof Y.Map) return mapContent(value, depth + 1);
  if (value instanceof Y.Text) return value.toJSON();
  if (value instanceof Y.XmlFragment) return clauseText(value);
  return value instanceof Y.AbstractType ? undefined : value;
}

/** Takes no name that would change what an object is. */
function recordOf(entries: readonly (readonly [string, unknown])[]): Content {
  const known = entries.filter(([name, value]) => name !== "__proto__" && value !== undefined);
  return Object.fromEntries(known);
}
