import Check from "~icons/lucide/check";
import Copy from "~icons/lucide/copy";
import { type JSX, Show, createSignal, createUniqueId } from "solid-js";

import { useText } from "../i18n/text.ts";
import { Button } from "./button.tsx";
import styles from "./copy-field.module.css";

interface Copied {
  readonly label: string;
  readonly value: string;
}

/** Something to hand over: shown whole, selected by a touch, copied by the button beside it. */
export function CopyField(props: Copied): JSX.Element {
  let field: HTMLInputElement | undefined;
  return (
    <Frame label={props.label} value={props.value} select={() => field?.select()}>
      {(id) => (
        <input
          id={id}
          class={styles["value"]}
          readonly
          value={props.value}
          ref={(it) => {
            field = it;
          }}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </Frame>
  );
}

/** The same for words of many lines, to choose from as well. */
export function CopyText(props: Copied): JSX.Element {
  let field: HTMLTextAreaElement | undefined;
  return (
    <Frame label={props.label} value={props.value} select={() => field?.select()}>
      {(id) => (
        <textarea
          id={id}
          class={`${styles["value"]} ${styles["long"]}`}
          rows={10}
          readonly
          value={props.value}
          ref={(it) => {
            field = it;
          }}
        />
      )}
    </Frame>
  );
}

function Frame(
  props: Copied & {
    readonly select: () => void;
    readonly children: (id: string) => JSX.Element;
  },
): JSX.Element {
  const text = useText();
  const id = createUniqueId();
  const [said, setSaid] = createSignal("");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(props.value);
      setSaid(text.ui.copied);
    } catch {
      // Without https, or refused by the browser.
      props.select();
      setSaid(text.ui.copyFailed);
    }
  };
  return (
    <div class={styles["field"]}>
      <label class={styles["label"]} for={id}>
        {props.label}
      </label>
      <div class={styles["row"]}>
        {props.children(id)}
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
