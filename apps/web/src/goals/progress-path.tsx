import { type Progress, progresses } from "@concord/domain/goals/schema";
import { For, type JSX, Show, createUniqueId } from "solid-js";

import { useText } from "../i18n/text.ts";
import styles from "./progress-path.module.css";

/** How far a goal is, as places on a path that one can go back and forth on. It is no score. */
export function ProgressPath(props: {
  readonly label: string;
  readonly stage: Progress;
  readonly readOnly: boolean;
  readonly onChoose: (stage: Progress) => void;
}): JSX.Element {
  const text = useText();
  const name = createUniqueId();
  const at = () => progresses.indexOf(props.stage);
  return (
    <Show
      when={!props.readOnly}
      fallback={
        <div class={styles["path"]}>
          <p class="visually-hidden">{text.goals.stage(props.stage)}</p>
          <For each={progresses}>
            {(stage, place) => (
              <span class={styles["stop"]} classList={classesOf(place(), at())} aria-hidden="true">
                <span class={styles["dot"]} />
                <span class={styles["name"]}>{text.goals.progress[stage]}</span>
              </span>
            )}
          </For>
        </div>
      }
    >
      <fieldset class={styles["path"]}>
        <legend class="visually-hidden">{props.label}</legend>
        <For each={progresses}>
          {(stage, place) => (
            <label class={styles["stop"]} classList={classesOf(place(), at())}>
              <input
                type="radio"
                class={styles["radio"]}
                name={name}
                value={stage}
                checked={stage === props.stage}
                onChange={() => props.onChoose(stage)}
              />
              <span class={styles["dot"]} />
              <span class={styles["name"]}>{text.goals.progress[stage]}</span>
            </label>
          )}
        </For>
      </fieldset>
    </Show>
  );
}

const classesOf = (place: number, at: number): Record<string, boolean> => ({
  [styles["passed"] ?? ""]: place < at,
  [styles["here"] ?? ""]: place === at,
});
