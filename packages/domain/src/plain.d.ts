import * as Y from "yjs";
/**
 * A Y.Map's values as plain ones: a Y.Text is a string, a nested Y.Map a record; rich text and
 * arrays are left out. Unlike Yjs' own `toJSON` it does not follow maps that someone has nested
 * without end, and takes no name that would change what an object is.
 */
export declare function plainOf(
  map: Y.Map<unknown>,
  depth?: number,
): Readonly<Record<string, unknown>>;
