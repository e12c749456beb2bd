import * as Y from "yjs";

/** What stands at a root of a document; `other` is what no document of ours has. */
export type RootKind = "map" | "text" | "fragment" | "nothing" | "other";

/**
 * What a root is, told from what it holds: a document that only came over the wire doesn't know
 * yet. So a copy needs no list of all features' roots, and forgets none that is added.
 */
export function rootKind(doc: Y.Doc, name: string): RootKind {
  const root: unknown = doc.share.get(name);
  if (root instanceof Y.XmlElement || root instanceof Y.XmlText) return "other";
  if (root instanceof Y.Map) return "map";
  if (root instanceof Y.Text) return "text";
  if (root instanceof Y.XmlFragment) return "fragment";
  if (!(root instanceof Y.AbstractType) || root instanceof Y.Array) return "other";
  const first = firstLive(root);
  const hasFields = [...root._map.values()].some((item) => !item.deleted);
  if (hasFields) return first ? "other" : "map";
  return first ? listKind(first) : "nothing";
}

function firstLive(root: Y.AbstractType<unknown>): Y.Item | null {
  let item = root._start;
  while (item?.deleted) item = item.right;
  return item;
}

function listKind({ content }: Y.Item): RootKind {
  if (content instanceof Y.ContentString || content instanceof Y.ContentFormat) return "text";
  if (!(content instanceof Y.ContentType)) return "other";
  const { type }: { readonly type: unknown } = content;
  return type instanceof Y.XmlElement || type instanceof Y.XmlText ? "fragment" : "other";
}

/** The names of all roots, in the same order wherever the document is. */
export const rootNames = (doc: Y.Doc): readonly string[] => [...doc.share.keys()].sort();
