import { For, type JSX, createSignal } from "solid-js";

import { useText } from "../i18n/text.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import styles from "./asks.module.css";

/** A question about good news. Nobody sees it before it is asked. */
export function QuestionForm(props: { readonly onAsk: (question: string) => void }): JSX.Element {
  const words = useText().asks.news;
  const [typed, setTyped] = createSignal("");
  let form: HTMLFormElement | undefined;
  const begin = (opener: string) => {
    setTyped(opener);
    form?.querySelector("input")?.focus();
  };
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const question = typed().trim();
    if (question !== "") props.onAsk(question);
  };
  return (
    <form
      class={styles["askAbout"]}
      onSubmit={send}
      ref={(it) => {
        form = it;
      }}
    >
      <fieldset class={styles["actions"]} aria-label={words.openersLabel}>
        <For each={words.openers}>
          {(opener) => <Button onClick={() => begin(opener)}>{opener}</Button>}
        </For>
      </fieldset>
      <TextField
        label={words.question}
        placeholder={words.questionPlaceholder}
        maxlength={300}
        value={typed()}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <div>
        <Button type="submit" kind="primary">
          {words.send}
        </Button>
      </div>
    </form>
  );
}
