import type { Scale, ScaleValue } from "@concord/domain/check-ins/schema";
import { For, type JSX, createUniqueId } from "solid-js";

import { useText } from "../i18n/text.ts";
import styles from "./scale-choice.module.css";

const marks = [0, 1, 2, 3, 4] as const;

/** Where one finds oneself on a scale, or nowhere: leaving it out is what is chosen at first. */
export function ScaleChoice(props: {
  readonly scale: Scale;
  readonly value: ScaleValue;
  readonly onChoose: (value: ScaleValue) => void;
}): JSX.Element {
  const text = useText();
  const name = createUniqueId();
  const words = text.checkIns.form;
  return (
    <fieldset class={styles["scale"]}>
      <legend>{words.scales[props.scale].question}</legend>
      <div class={styles["marks"]}>
        <For each={marks}>
          {(mark) => (
            <label class={styles["mark"]}>
              <input
                type="radio"
                class={styles["radio"]}
                name={name}
                checked={props.value === mark}
                onChange={() => props.onChoose(mark)}
              />
              <span class={styles["dot"]} aria-hidden="true" />
              <span class={styles["name"]}>{words.marks[mark]}</span>
            </label>
          )}
        </For>
      </div>
      <label class={styles["skip"]}>
        <input
          type="radio"
          class={styles["radio"]}
          name={name}
          checked={props.value === null}
          onChange={() => props.onChoose(null)}
        />
        <span class={styles["name"]}>{words.skip}</span>
      </label>
    </fieldset>
  );
}
