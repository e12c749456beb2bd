import * as Y from "yjs";

/** Root, entry, steps, step: no list of ours lies deeper. */
const deepest = 4;

/**
 * A Y.Map's values as plain ones: a Y.Text is a string, a nested Y.Map a record; rich text and
 * arrays are left out. Unlike Yjs' own `toJSON` it does not follow maps that someone has nested
 * without end, and takes no name that would change what an object is.
 */
export function plainOf(map: Y.Map<unknown>, depth = deepest): Readonly<Record<string, unknown>> {
  const plain: Record<string, unknown> = {};
  for (const [key, value] of map.entries()) {
    if (key !== "__proto__") plain[key] = plainValue(value, depth);
  }
  return plain;
}

function plainValue(value: unknown, depth: number): unknown {
  if (value instanceof Y.XmlText || value instanceof Y.XmlHook) return undefined;
  if (value instanceof Y.Text) return value.toJSON();
  if (value instanceof Y.Map) return depth > 1 ? plainOf(value, depth - 1) : undefined;
  return value instanceof Y.AbstractType ? undefined : value;
}
