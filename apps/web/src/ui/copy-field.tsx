import Check from "~icons/lucide/check";
import Copy from "~icons/lucide/copy";
import { type JSX, Show, createSignal, createUniqueId } from "solid-js";

import { useText } from "../i18n/text.ts";
import { Button } from "./button.tsx";
import styles from "./copy-field.module.css";

/** Something to hand over: shown whole, selected by a touch, copied by the button beside it. */
export function CopyField(props: { readonly label: string; readonly value: string }): JSX.Element {
  const text = useText();
  const id = createUniqueId();
  const [said, setSaid] = createSignal("");
  let input: HTMLInputElement | undefined;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(props.value);
      setSaid(text.ui.copied);
    } catch {
      // Without https, or refused by the browser.
      input?.select();
      setSaid(text.ui.copyFailed);
    }
  };
  return (
    <div class={styles["field"]}>
      <label class={styles["label"]} for={id}>
        {props.label}
      </label>
      <div class={styles["row"]}>
        <input
          id={id}
          class={styles["value"]}
          readonly
          value={props.value}
          ref={(it) => {
            input = it;
          }}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button onClick={() => void copy()} aria-label={`${text.ui.copy}: ${props.label}`}>
          <Show when={said() === text.ui.copied} fallback={<Copy />}>
            <Check />
          </Show>
          {text.ui.copy}
        </Button>
      </div>
      <output class={styles["said"]}>{said()}</output>
    </div>
  );
}
