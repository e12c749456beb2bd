import type { Seat } from "@concord/domain/people";
import type { JSX } from "solid-js";

import styles from "./person-name.module.css";

/** A person's name in their own hue; observers have none. */
export function PersonName(props: {
  readonly name: string;
  readonly seat: Seat | null;
}): JSX.Element {
  return <span class={`${styles["name"]} ${hueOf(props.seat)}`}>{props.name}</span>;
}

/** A round mark with a person's first letter. Decorative: their name stands beside it. */
export function PersonMark(props: {
  readonly name: string;
  readonly seat: Seat | null;
}): JSX.Element {
  return (
    <span class={`${styles["mark"]} ${hueOf(props.seat)}`} aria-hidden="true">
      {initialOf(props.name)}
    </span>
  );
}

const letters = new Intl.Segmenter();

/** The first letter as people see letters, whatever it takes to write it down. */
function initialOf(name: string): string {
  const [first] = letters.segment(name.trim());
  return first?.segment.toLocaleUpperCase() ?? "";
}

function hueOf(seat: Seat | null): string {
  if (seat === 1) return styles["one"] ?? "";
  return (seat === 2 ? styles["two"] : styles["observer"]) ?? "";
}
