import type { JSX } from "solid-js";

import styles from "./circles.module.css";

/**
 * The figure of the product: each circle one person, their overlap what they share. It is the
 * logo and, with one or both circles lit, who has this page open. Decorative: words stand beside
 * it wherever it means something.
 */
export function Circles(props: {
  /** Width in px; the height is two thirds of it. */
  readonly size: number;
  readonly lit: "both" | "one" | "two" | "none";
}): JSX.Element {
  const lit = (which: "one" | "two" | "both") =>
    props.lit === "both" || props.lit === which ? styles["lit"] : "";
  return (
    <svg
      class={styles["figure"]}
      width={props.size}
      height={(props.size * 2) / 3}
      viewBox="0 0 60 40"
      aria-hidden="true"
    >
      <circle class={`${styles["one"]} ${lit("one")}`} cx="21" cy="20" r="18" />
      <circle class={`${styles["two"]} ${lit("two")}`} cx="39" cy="20" r="18" />
      <path
        class={`${styles["we"]} ${lit("both")}`}
        d="M30 4.41a18 18 0 0 1 0 31.18a18 18 0 0 1 0-31.18Z"
      />
    </svg>
  );
}
