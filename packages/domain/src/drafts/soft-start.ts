/** Words that tend to close ears at the beginning of a talk; a hint to the writer and to nobody else. */
const patterns = {
  always: /\balways\b/i,
  never: /\bnever\b/i,
  "you-are": /\byou(?:’re|'re| are)\b/i,
} as const;

export type SoftStartHint = keyof typeof patterns;

/** What in a draft might be heard as a reproach, each once, in this order. */
export const hintsIn = (words: string): readonly SoftStartHint[] =>
  (Object.keys(patterns) as SoftStartHint[]).filter((hint) => patterns[hint].test(words));
