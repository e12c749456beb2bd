/**
 * What the self-check asks about: one's own conduct in the last four weeks, and nothing about the
 * other (PRACTICE, Self-check). The words are the page's; here are their names, in their order.
 */
export const sections = ["communication", "trust", "respect", "me", "we"] as const;
export type Section = (typeof sections)[number];

export const itemsOf = {
  communication: ["said-needs", "raised-early", "listened", "checked", "made-time"],
  trust: ["could-keep", "did-as-said", "told-truth", "owned-mistake", "kept-private"],
  respect: ["took-no", "left-alone", "no-insults", "asked-first", "gave-weight"],
  me: ["kept-mine", "own-choices", "more-than-one"],
  we: ["asked-help", "let-lean", "considered-us"],
} as const satisfies Record<Section, readonly string[]>;

export type Item = (typeof itemsOf)[Section][number];

/** From "not yet" to "nearly always"; or not to be said, or not safe to say. */
export type Answer = 0 | 1 | 2 | 3 | 4 | "skip" | "unsafe";
export type Answers = Readonly<Partial<Record<Item, Answer>>>;

/** Two questions that are never scored and never kept. */
export interface Safety {
  /** Do I feel free to disagree? */
  readonly free: "yes" | "not-always" | "no" | null;
  /** Am I ever afraid of how my partner will react? */
  readonly afraid: "no" | "sometimes" | "yes" | null;
}
