import { type Answers, type Item, itemsOf, type Safety, type Section, sections } from "./items.ts";

/** Three bands and no number: below 1.5, below 3, and from 3 on, of a mean from 0 to 4. */
export type Band = "attention" | "growing" | "steady";

/** Where Me and We stand on the two circles; `between` is near one of the lines. */
export type Placement =
  | "interdependent"
  | "dependent-leaning"
  | "independent-leaning"
  | "running-low"
  | "between";

export type Result =
  /** Something was said that comes before any picture: private help, and nothing else (S26). */
  | { readonly kind: "help" }
  | {
      readonly kind: "picture";
      /** Null where too few of a section were answered to say anything. */
      readonly bands: Readonly<Record<Section, Band | null>>;
      readonly placement: Placement | null;
      /** Where Me and We are on the picture, 0 to 1; null as the placement is. */
      readonly at: { readonly me: number; readonly we: number } | null;
      readonly strength: Item | null;
      readonly practice: Item | null;
    };

/** How much of a section must be answered for it to say anything. */
const enough = 0.6;
const line = 2.5;
const near = 0.4;

/**
 * What the answers come to: for reflection, not a validated test. Never a total, a percentage, a
 * comparison or a prediction; and where safety is in question, none of it.
 */
export function resultOf(answers: Answers, safety: Safety): Result {
  if (isConcerning(answers, safety)) return { kind: "help" };
  const means = new Map(sections.map((section) => [section, meanOf(section, answers)]));
  const bands = Object.fromEntries(
    sections.map((section) => [section, bandOf(means.get(section) ?? null)]),
  ) as Record<Section, Band | null>;
  const [me, we] = [means.get("me") ?? null, means.get("we") ?? null];
  const placed = me !== null && we !== null;
  const rated = ratedItems(answers);
  const strongest = rated.findLast(({ answer }) => answer >= 3);
  const weakest = rated.find(({ answer }) => answer <= 2);
  return {
    kind: "picture",
    bands,
    placement: placed ? placementOf(me, we) : null,
    at: placed ? { me: me / 4, we: we / 4 } : null,
    strength: strongest?.item ?? null,
    practice: weakest?.item ?? null,
  };
}

/** "Wouldn't feel safe" anywhere, not free to disagree, or afraid. */
function isConcerning(answers: Answers, { free, afraid }: Safety): boolean {
  return (
    Object.values(answers).includes("unsafe") ||
    free === "no" ||
    afraid === "sometimes" ||
    afraid === "yes"
  );
}

function meanOf(section: Section, answers: Answers): number | null {
  const items: readonly Item[] = itemsOf[section];
  const given = items.flatMap((item) => {
    const answer = answers[item];
    return typeof answer === "number" ? [answer] : [];
  });
  if (given.length < items.length * enough) return null;
  return given.reduce((sum: number, answer) => sum + answer, 0) / given.length;
}

function bandOf(mean: number | null): Band | null {
  if (mean === null) return null;
  if (mean < 1.5) return "attention";
  return mean < 3 ? "growing" : "steady";
}

function placementOf(me: number, we: number): Placement {
  if (Math.abs(me - line) < near || Math.abs(we - line) < near) return "between";
  if (me > line) return we > line ? "interdependent" : "independent-leaning";
  return we > line ? "dependent-leaning" : "running-low";
}

/** All that was answered by a number, the lowest first; in the order of the page where equal. */
function ratedItems(answers: Answers) {
  const all: readonly Item[] = sections.flatMap((section): readonly Item[] => itemsOf[section]);
  return all
    .flatMap((item) => {
      const answer = answers[item];
      return typeof answer === "number" ? [{ item, answer }] : [];
    })
    .toSorted((a, b) => a.answer - b.answer);
}
