import type { JSX } from "solid-js";

import { Circles } from "./circles.tsx";
import styles from "./surface.module.css";

export function Card(props: { readonly children: JSX.Element; readonly class?: string }) {
  return <div class={`${styles["card"]} ${props.class ?? ""}`}>{props.children}</div>;
}

export type Tone = "calm" | "good" | "care" | "wrong" | "observer";

/** Something to know. `live` announces it when it appears. */
export function Notice(props: {
  readonly tone?: Tone;
  readonly live?: boolean;
  readonly children: JSX.Element;
}): JSX.Element {
  return (
    <div
      class={`${styles["notice"]} ${styles[props.tone ?? "calm"]}`}
      role={props.live ? "status" : undefined}
    >
      {props.children}
    </div>
  );
}

/** What a list says while it is empty: what it is for, and the first thing to do. */
export function EmptyState(props: {
  readonly title: string;
  readonly children: JSX.Element;
}): JSX.Element {
  return (
    <div class={styles["empty"]}>
      <Circles size={72} lit="none" />
      <h2>{props.title}</h2>
      {props.children}
    </div>
  );
}

/** A small label; in a person's hue where it is about them. */
export function Tag(props: {
  readonly tone?: Tone | "one" | "two";
  readonly children: JSX.Element;
}): JSX.Element {
  return (
    <span class={`${styles["tag"]} ${props.tone ? styles[props.tone] : ""}`}>{props.children}</span>
  );
}
