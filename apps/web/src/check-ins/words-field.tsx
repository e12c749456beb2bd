import { type JSX, createUniqueId } from "solid-js";

import styles from "./check-in.module.css";

/** The most that fits one answer. */
const longest = 2000;

/** A few lines in one's own words. */
export function WordsField(props: {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
}): JSX.Element {
  const id = createUniqueId();
  return (
    <div class={styles["question"]}>
      <label for={id}>{props.label}</label>
      <span class={styles["hint"]} id={`${id}-hint`}>
        {props.hint}
      </span>
      <textarea
        id={id}
        class={styles["words"]}
        rows={3}
        maxlength={longest}
        aria-describedby={`${id}-hint`}
        autocomplete="off"
        value={props.value}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
    </div>
  );
}
