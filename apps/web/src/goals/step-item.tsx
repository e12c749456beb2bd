import { setStepDone } from "@concord/domain/goals/step-commands";
import type { StepView } from "@concord/domain/goals/view";
import Check from "~icons/lucide/check";
import { type JSX, Show, untrack } from "solid-js";

import { useText } from "../i18n/text.ts";
import type { EntryList } from "../workspace/entry-list.ts";
import { EntryMenu } from "../workspace/entry-menu.tsx";
import type { GoalProps } from "./goal-props.ts";
import styles from "./step-item.module.css";
import { StepPlan } from "./step-plan.tsx";

export interface StepProps extends GoalProps {
  readonly step: StepView;
  readonly steps: EntryList;
  /** Its place, counting from 1. */
  readonly at: number;
}

/** A step towards a goal: its plan, and whether it is done. */
export function StepItem(props: StepProps): JSX.Element {
  return (
    <li class={styles["step"]} classList={{ [styles["done"] ?? ""]: props.step.done }}>
      <Done {...props} />
      <StepPlan {...props} />
      <Show when={!props.section.document.readOnly}>
        <EntryMenu list={props.steps} id={props.step.id} />
      </Show>
    </li>
  );
}

function Done(props: StepProps): JSX.Element {
  const text = useText();
  const { doc, readOnly } = untrack(() => props.section.document);
  return (
    <Show
      when={!readOnly}
      fallback={
        <span class={styles["tick"]}>
          <Show when={props.step.done} fallback={<span class={styles["dot"]} />}>
            <span class={styles["box"]}>
              <Check aria-hidden="true" />
            </span>
            <span class="visually-hidden">{text.goals.done}</span>
          </Show>
        </span>
      }
    >
      <button
        type="button"
        class={styles["tick"]}
        aria-pressed={props.step.done}
        aria-label={text.goals.markDone(props.steps.nameOf(props.step.id))}
        onClick={() => setStepDone(doc, props.goal.id, props.step.id, !props.step.done)}
      >
        <span class={styles["box"]}>
          <Check aria-hidden="true" />
        </span>
      </button>
    </Show>
  );
}
