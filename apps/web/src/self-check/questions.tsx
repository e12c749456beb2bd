import {
  type Answer,
  type Answers,
  type Item,
  type Safety,
  itemsOf,
  sections,
} from "@concord/domain/self-check/items";
import { For, type JSX, createUniqueId } from "solid-js";

import { useText } from "../i18n/text.ts";
import { Button } from "../ui/button.tsx";
import styles from "./self-check.module.css";

const given: readonly Answer[] = [0, 1, 2, 3, 4, "skip", "unsafe"];

export function Questions(props: {
  readonly answers: Answers;
  readonly safety: Safety;
  readonly onAnswer: (item: Item, answer: Answer | undefined) => void;
  readonly onSafety: (safety: Safety) => void;
  readonly onShow: () => void;
}): JSX.Element {
  const text = useText();
  const words = text.selfCheck;
  const options = given.map((answer) => ({ value: String(answer), label: words.answers[answer] }));
  return (
    <form
      class={styles["form"]}
      onSubmit={(event) => {
        event.preventDefault();
        props.onShow();
      }}
    >
      <p class={styles["intro"]}>{words.intro}</p>
      <For each={sections}>
        {(section) => (
          <fieldset class={styles["section"]}>
            <legend>{words.sections[section]}</legend>
            <For each={itemsOf[section]}>
              {(item) => (
                <Choice
                  label={words.items[item]}
                  value={props.answers[item]?.toString() ?? ""}
                  options={options}
                  onChoose={(value) =>
                    props.onAnswer(
                      item,
                      given.find((answer) => String(answer) === value),
                    )
                  }
                />
              )}
            </For>
          </fieldset>
        )}
      </For>
      <SafetyQuestions safety={props.safety} onSafety={(safety) => props.onSafety(safety)} />
      <p class={styles["label"]}>{words.label}</p>
      <div>
        <Button type="submit" kind="primary">
          {words.show}
        </Button>
      </div>
    </form>
  );
}

/** Asked, and never scored or kept. */
function SafetyQuestions(props: {
  readonly safety: Safety;
  readonly onSafety: (safety: Safety) => void;
}): JSX.Element {
  const text = useText();
  const words = text.selfCheck;
  return (
    <fieldset class={styles["section"]}>
      <legend>{words.safety.title}</legend>
      <Choice
        label={words.safety.free}
        value={props.safety.free ?? ""}
        options={optionsOf(words.safety.freeAnswers)}
        onChoose={(value) =>
          props.onSafety({
            ...props.safety,
            free: value === "yes" || value === "not-always" || value === "no" ? value : null,
          })
        }
      />
      <Choice
        label={words.safety.afraid}
        value={props.safety.afraid ?? ""}
        options={optionsOf(words.safety.afraidAnswers)}
        onChoose={(value) =>
          props.onSafety({
            ...props.safety,
            afraid: value === "yes" || value === "sometimes" || value === "no" ? value : null,
          })
        }
      />
    </fieldset>
  );
}

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

function Choice(props: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChoose: (value: string) => void;
}): JSX.Element {
  const text = useText();
  const id = createUniqueId();
  return (
    <div class={styles["choice"]}>
      <label for={id}>{props.label}</label>
      <select
        id={id}
        class={styles["select"]}
        onChange={(event) => props.onChoose(event.currentTarget.value)}
      >
        <option value="" selected={props.value === ""}>
          {text.selfCheck.unanswered}
        </option>
        <For each={props.options}>
          {(option) => (
            <option value={option.value} selected={option.value === props.value}>
              {option.label}
            </option>
          )}
        </For>
      </select>
    </div>
  );
}
