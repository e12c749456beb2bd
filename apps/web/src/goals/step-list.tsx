import Plus from "~icons/lucide/plus";
import { addStep, moveStep, removeStep } from "@concord/domain/goals/step-commands";
import { newEntryId } from "@concord/domain/ids";
import { createSortedEntries } from "@concord/solid-yjs/sorted";
import { For, type JSX, Show, untrack } from "solid-js";

import { useText } from "../i18n/text.ts";
import { Button } from "../ui/button.tsx";
import { createEntryList } from "../workspace/entry-list.ts";
import { RemovedToast } from "../workspace/removed-toast.tsx";
import type { GoalProps } from "./goal-props.ts";
import styles from "./goals.module.css";
import { StepItem } from "./step-item.tsx";

/** The if-then steps of a goal, and what can be done with them here. */
function createSteps(props: GoalProps) {
  const text = useText();
  const { doc } = untrack(() => props.section.document);
  const steps = createSortedEntries(() => props.goal.steps);
  const list = createEntryList({
    entries: steps,
    nameOf: (_, place) => text.goals.step(place),
    move: (id, place) => moveStep(doc, props.goal.id, id, place),
    remove: (id) => removeStep(doc, props.goal.id, id),
  });
  const add = () => {
    const id = newEntryId();
    list.awaitFocus(id);
    addStep(doc, props.goal.id, { id });
  };
  return { steps, list, add };
}

export function StepList(props: GoalProps): JSX.Element {
  const text = useText();
  const { steps, list, add } = createSteps(props);
  // What is reached without a step needs no first one.
  const mayAdd = () =>
    !props.section.document.readOnly && (steps().length > 0 || props.goal.progress !== "reached");
  const label = () => text.goals.stepsOf(props.section.list.nameOf(props.goal.id));
  return (
    <>
      <Show when={steps().length > 0}>
        <ol class={styles["steps"]} aria-label={label()} ref={(it) => list.ref(it)}>
          <For each={steps()}>
            {(step, at) => <StepItem {...props} step={step} steps={list} at={at() + 1} />}
          </For>
        </ol>
      </Show>
      <Show when={mayAdd()}>
        <Button kind="quiet" class={styles["addStep"] ?? ""} onClick={add}>
          <Plus />
          {steps().length > 0 ? text.goals.addStep : text.goals.addFirstStep}
        </Button>
      </Show>
      <RemovedToast list={list} words={text.goals.stepRemoved} undo={props.section.undo} />
    </>
  );
}
