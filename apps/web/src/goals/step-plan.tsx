import { parseDay } from "@concord/domain/dates";
import type { StepText } from "@concord/domain/goals/schema";
import { setStepDate, stepText } from "@concord/domain/goals/step-commands";
import { type JSX, Show, untrack } from "solid-js";

import { useLanguage, useText } from "../i18n/text.ts";
import { SharedText } from "../workspace/shared-text.tsx";
import type { StepProps } from "./step-item.tsx";
import styles from "./step-item.module.css";

/** The plan in one sentence: when this happens, then that; if it's hard, this; next on that day. */
export function StepPlan(props: StepProps): JSX.Element {
  const text = useText();
  const { readOnly } = untrack(() => props.section.document);
  const placeholder = () =>
    text.goals.actionPlaceholder[props.section.ownerOf(props.goal) === "ours" ? "ours" : "mine"];
  return (
    <div class={styles["plan"]} classList={{ [styles["toRead"] ?? ""]: readOnly }}>
      <Part
        {...props}
        name="cue"
        word={text.goals.when}
        label={text.goals.cue(props.at)}
        placeholder={text.goals.cuePlaceholder}
        autofocus={props.steps.takeFocus(props.step.id)}
      />
      <Part
        {...props}
        name="action"
        word={text.goals.what}
        label={text.goals.action(props.at)}
        placeholder={placeholder()}
      />
      <Part
        {...props}
        name="obstacle"
        word={text.goals.otherwise}
        label={text.goals.obstacle(props.at)}
        placeholder={text.goals.obstaclePlaceholder}
      />
      <NextDate {...props} />
    </div>
  );
}

interface PartProps extends StepProps {
  readonly name: StepText;
  /** How the sentence goes on: "When", "then". */
  readonly word: string;
  readonly label: string;
  readonly placeholder: string;
  readonly autofocus?: boolean;
}

/** Who only reads is shown what there is, with the words that join it. */
function Part(props: PartProps): JSX.Element {
  const { document, undo } = untrack(() => props.section);
  const { doc, readOnly } = document;
  return (
    <Show when={!readOnly || props.step[props.name] !== ""}>
      <div class={styles["part"]}>
        <span class={styles["word"]} aria-hidden={readOnly ? undefined : "true"}>
          {props.word}
        </span>
        <SharedText
          {...{ doc, undo, readOnly }}
          text={() => stepText(doc, props.goal.id, props.step.id, props.name)}
          look="small"
          value={props.step[props.name]}
          label={props.label}
          placeholder={props.placeholder}
          autofocus={props.autofocus ?? false}
        />
      </div>
    </Show>
  );
}

function NextDate(props: StepProps): JSX.Element {
  const text = useText();
  const { locale } = useLanguage();
  const { doc, readOnly } = untrack(() => props.section.document);
  const inWords = () =>
    new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long" }).format(
      new Date(`${props.step.nextDate}T12:00:00`),
    );
  return (
    <Show
      when={!readOnly}
      fallback={
        <Show when={props.step.nextDate}>
          <p class={styles["next"]}>
            <span>{text.goals.nextDate}</span>
            <span class={styles["day"]}>{inWords()}</span>
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
            setStepDate(doc, props.goal.id, props.step.id, parseDay(event.currentTarget.value))
          }
        />
      </label>
    </Show>
  );
}
