import ChevronDown from "~icons/lucide/chevron-down";
import { For, type JSX } from "solid-js";

import styles from "./pill-select.module.css";

export interface PillOption<Value extends string> {
  readonly value: Value;
  /** On the pill. */
  readonly short: string;
  /** In the list, where it may say more. */
  readonly long?: string;
}

/** A choice that reads as a label until one changes it: the browser's own list, on a pill. */
export function PillSelect<Value extends string>(props: {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly PillOption<Value>[];
  readonly onChoose: (value: Value) => void;
  readonly class?: string | undefined;
  /** What stands before the words, as a dot in somebody's hue. */
  readonly mark?: JSX.Element;
}): JSX.Element {
  const chosen = () => props.options.find((option) => option.value === props.value);
  const choose = (raw: string) => {
    const option = props.options.find(({ value }) => value === raw);
    if (option) props.onChoose(option.value);
  };
  return (
    <span class={`${styles["pill"]} ${props.class ?? ""}`}>
      {props.mark}
      <span aria-hidden="true">{chosen()?.short}</span>
      <ChevronDown aria-hidden="true" />
      <select
        class={styles["select"]}
        aria-label={props.label}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <For each={props.options}>
          {(option) => (
            <option value={option.value} selected={option.value === props.value}>
              {option.long ?? option.short}
            </option>
          )}
        </For>
      </select>
    </span>
  );
}
