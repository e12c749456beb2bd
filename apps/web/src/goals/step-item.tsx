import { parseDay } from "@concord/domain/dates";
import type { StepText } from "@concord/domain/goals/schema";
import { setStepDate, setStepDone, stepText } from "@concord/domain/goals/step-commands";
import type { StepView } from "@concord/domain/goals/view";
import Check from "~icons/lucide/check";
import { type JSX, Show } from "solid-js";

import { useLanguage, useText } from "../i18n/text.ts";
import type { EntryList } from "../workspace/entry-list.ts";
import { EntryMenu } from "../workspace/entry-menu.tsx";
import { SharedText } from "../workspace/shared-text.tsx";
import type { GoalProps } from "./goal-props.ts";
import styles from "./step-item.module.css";

interface StepProps extends GoalProps {
  readonly step: StepView;
  readonly steps: EntryList;
  /** Its place, counting from 1. */
  readonly at: number;
}

/** "When … I will …": a cue, an action, what may get in the way, and when it is next. */
export function StepItem(props: StepProps): JSX.Element {
  const text = useText();
  const field = (name: StepText) => ({
    doc: props.doc,
    undo: props.undo,
    readOnly: props.readOnly,
    text: () => stepText(props.doc, props.goal.id, props.step.id, name),
  });
  const actionHint = () =>
    text.goals.actionPlaceholder[props.goal.owner === "ours" ? "ours" : "mine"];
  return (
    <li class={styles["step"]} classList={{ [styles["done"] ?? ""]: props.step.done }}>
      <Done {...props} />
      <div class={styles["plan"]}>
        <div class={styles["part"]}>
          <span class={styles["word"]} aria-hidden="true">
            {text.goals.when}
          </span>
          <SharedText
            {...field("cue")}
            look="small"
            value={props.step.cue}
            label={text.goals.cue(props.at)}
            placeholder={text.goals.cuePlaceholder}
            autofocus={props.steps.takeFocus(props.step.id)}
          />
        </div>
        <div class={styles["part"]}>
          <span class={styles["word"]} aria-hidden="true">
            {text.goals.what}
          </span>
          <SharedText
            {...field("action")}
            look="small"
            value={props.step.action}
            label={text.goals.action(props.at)}
            placeholder={actionHint()}
          />
        </div>
        <Obstacle {...props} {...field("obstacle")} />
        <NextDate {...props} />
      </div>
      <Show when={!props.readOnly}>
        <EntryMenu list={props.steps} id={props.step.id} />
      </Show>
    </li>
  );
}

function Obstacle(
  props: StepProps & { readonly text: Parameters<typeof SharedText>[0]["text"] },
): JSX.Element {
  const text = useText();
  return (
    <Show when={!props.readOnly || props.step.obstacle !== ""}>
      <div class={styles["part"]}>
        <span class={styles["word"]} aria-hidden="true">
          {text.goals.otherwise}
        </span>
        <SharedText
          doc={props.doc}
          undo={props.undo}
          readOnly={props.readOnly}
          text={() => props.text()}
          look="small"
          value={props.step.obstacle}
          label={text.goals.obstacle(props.at)}
          placeholder={text.goals.obstaclePlaceholder}
        />
      </div>
    </Show>
  );
}

function Done(props: StepProps): JSX.Element {
  const text = useText();
  return (
    <Show
      when={!props.readOnly}
      fallback={
        <span class={styles["tick"]}>
          <span class={styles["box"]}>
            <Check aria-hidden="true" />
          </span>
          <Show when={props.step.done}>
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
        onClick={() => setStepDone(props.doc, props.goal.id, props.step.id, !props.step.done)}
      >
        <span class={styles["box"]}>
          <Check aria-hidden="true" />
        </span>
      </button>
    </Show>
  );
}

function NextDate(props: StepProps): JSX.Element {
  const text = useText();
  const { locale } = useLanguage();
  const inWords = () =>
    new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long" }).format(
      new Date(`${props.step.nextDate}T12:00:00`),
    );
  return (
    <Show
      when={!props.readOnly}
      fallback={
        <Show when={props.step.nextDate}>
          <p class={styles["next"]}>
            {text.goals.nextDate}: {inWords()}
          </p>
        </Show>
      }
    >
      <label class={styles["next"]}>
        {text.goals.nextDate}
        <input
          type="date"
          class={styles["date"]}
          aria-label={text.goals.nextDateOf(props.at)}
          value={props.step.nextDate ?? ""}
          onChange={(event) =>
            setStepDate(
              props.doc,
              props.goal.id,
              props.step.id,
              parseDay(event.currentTarget.value),
            )
          }
        />
      </label>
    </Show>
  );
}
