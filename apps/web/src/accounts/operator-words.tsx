import { type JSX, Show, createResource } from "solid-js";

import { useText } from "../i18n/text.ts";
import { Trouble } from "../ui/trouble.tsx";
import { fetchOperator } from "./accounts-api.ts";
import styles from "./operator-words.module.css";

/** Who runs this server and what they can read (S21): plainly, before anybody writes a word. */
export function OperatorWords(): JSX.Element {
  const text = useText();
  const words = text.accounts.operator;
  const [answer] = createResource(fetchOperator);
  const operator = () => {
    const now = answer();
    return now?.ok ? now.value : undefined;
  };
  const problem = () => {
    const now = answer();
    return now && !now.ok ? text.problems[now.problem] : undefined;
  };
  return (
    <div class={styles["words"]}>
      <Trouble words={problem()} />
      <Show when={operator()}>
        <Show when={operator()?.name} fallback={<p>{words.runByNobody}</p>}>
          {(name) => <p class={styles["who"]}>{words.runBy(name())}</p>}
        </Show>
      </Show>
      <Show when={operator()?.contact}>{(contact) => <p>{words.contact(contact())}</p>}</Show>
      <dl class={styles["list"]}>
        <dt>{words.readTitle}</dt>
        <dd>{words.read}</dd>
        <dd>{words.readSealed}</dd>
        <dt>{words.notReadTitle}</dt>
        <dd>{words.notRead}</dd>
        <dd>{words.notReadPassword}</dd>
        <dt>{words.alsoTitle}</dt>
        <dd>{words.also}</dd>
        <Show when={operator()}>{(known) => <dd>{words.deleted(known().historyDays)}</dd>}</Show>
      </dl>
      <p class={styles["advice"]}>{words.advice}</p>
    </div>
  );
}
