/** One edit of a plain text, in UTF-16 code units: from `index`, `remove` go and `insert` comes. */
export interface Splice {
  readonly index: number;
  readonly remove: number;
  readonly insert: string;
}

export interface Selection {
  readonly start: number;
  readonly end: number;
}

export const applySplice = (text: string, { index, remove, insert }: Splice): string =>
  text.slice(0, index) + insert + text.slice(index + remove);

/**
 * The one splice that turns `before` into `after`, or null where they are equal. `caret` is where
 * the caret stands in `after`: among equal characters it tells which one was typed or removed.
 * Halves of a surrogate pair are never parted.
 */
export function diffSplice(before: string, after: string, caret: number): Splice | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let suffix = commonSuffix(before, after, Math.min(shorter, after.length - caret));
  const prefix = commonPrefix(before, after, shorter - suffix);
  suffix = commonSuffix(before, after, shorter - prefix);
  const insert = after.slice(prefix, after.length - suffix);
  return { index: prefix, remove: before.length - suffix - prefix, insert };
}

function commonPrefix(a: string, b: string, limit: number): number {
  let length = 0;
  while (length < limit && a[length] === b[length]) length += 1;
  return length > 0 && (splits(a, length) || splits(b, length)) ? length - 1 : length;
}

function commonSuffix(a: string, b: string, limit: number): number {
  let length = 0;
  while (length < limit && a.at(-1 - length) === b.at(-1 - length)) length += 1;
  const parted = splits(a, a.length - length) || splits(b, b.length - length);
  return length > 0 && parted ? length - 1 : length;
}

/** Whether `index` lies between the two halves of one character. */
function splits(text: string, index: number): boolean {
  const high = text.charCodeAt(index - 1);
  const low = text.charCodeAt(index);
  return high >= 0xd800 && high <= 0xdbff && low >= 0xdc00 && low <= 0xdfff;
}

/**
 * Where a selection stands after somebody else's splice. A caret stays before what they put at
 * it; a range takes in nothing of theirs at its ends.
 */
export function transformSelection(selection: Selection, splice: Splice): Selection {
  const { start, end } = selection;
  const from = move(start, splice, start === end ? "left" : "right");
  return { start: from, end: Math.max(from, move(end, splice, "left")) };
}

function move(position: number, splice: Splice, at: "left" | "right"): number {
  const { index, remove, insert } = splice;
  if (position < index || (position === index && at === "left")) return position;
  if (position >= index + remove) return position + insert.length - remove;
  return at === "left" ? index : index + insert.length;
}

/**
 * One's own splice, against a text that somebody else's has changed meanwhile. What they put into
 * the midst of what is to be removed is kept, so one splice may become two. They come back to
 * front, so that each can be applied without regard to those before.
 */
export function transformSplice(own: Splice, other: Splice): readonly Splice[] {
  const end = own.index + own.remove;
  const start = move(own.index, other, own.remove > 0 ? "right" : "left");
  const inside = own.index < other.index && other.index < end && other.insert !== "";
  if (!inside) {
    const remove = Math.max(0, move(end, other, "left") - start);
    return [{ index: start, remove, insert: own.insert }];
  }
  const rest = Math.max(0, end - other.index - other.remove);
  const behind = { index: other.index + other.insert.length, remove: rest, insert: "" };
  return [behind, { index: start, remove: other.index - start, insert: own.insert }];
}
