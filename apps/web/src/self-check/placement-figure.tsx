import type { JSX } from "solid-js";

import styles from "./self-check.module.css";

/**
 * The product's two circles with a mark: more room for Me moves it out into one's own circle, more
 * room for We into the middle. `at` is 0 to 1 each; where exactly it stands says no more than the
 * words beside it.
 */
export function PlacementFigure(props: {
  readonly at: { readonly me: number; readonly we: number };
  readonly label: string;
}): JSX.Element {
  // The whole of a circle's own part is left of the overlap; the overlap is at the middle.
  const x = () => 150 - (props.at.me - props.at.we) * 70;
  const y = () => 118 - ((props.at.me + props.at.we) / 2) * 56;
  return (
    <svg viewBox="0 0 300 180" class={styles["figure"]} role="img" aria-label={props.label}>
      <circle cx="110" cy="90" r="72" class={styles["own"]} />
      <circle cx="190" cy="90" r="72" class={styles["other"]} />
      <circle cx={x()} cy={y()} r="9" class={styles["mark"]} />
    </svg>
  );
}
