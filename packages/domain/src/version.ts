import type * as Y from "yjs";

/**
 * The newest document version that this code understands. A document without one is version 1.
 * An older client that opened a newer document could delete what it does not know, for everyone.
 */
export const documentVersion = 1;

/** The version that a document says it has. What is not a version counts as newer than all. */
function versionOf(doc: Y.Doc): number {
  const version: unknown = doc.getMap("meta").get("version") ?? 1;
  return typeof version === "number" && Number.isInteger(version) && version >= 1
    ? version
    : Number.POSITIVE_INFINITY;
}

/** Whether this client must refuse to open the document and ask to be reloaded instead. */
export const isTooNew = (doc: Y.Doc): boolean => versionOf(doc) > documentVersion;
