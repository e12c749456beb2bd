import X from "~icons/lucide/x";
import { type JSX, Show } from "solid-js";

import { Button } from "./button.tsx";
import styles from "./toast.module.css";

/** A passing word at the foot of the page, with one thing to do about it. Announced. */
export function Toast(props: {
  /** Null while there is nothing to say. */
  readonly words: string | null;
  readonly action: string;
  readonly onAction: () => void;
  readonly closeLabel: string;
  readonly onClose: () => void;
}): JSX.Element {
  return (
    <div class={styles["place"]}>
      <output class="visually-hidden">{props.words}</output>
      <Show when={props.words}>
        <div class={styles["toast"]}>
          <span aria-hidden="true">{props.words}</span>
          <Button class={styles["action"] ?? ""} onClick={() => props.onAction()}>
            {props.action}
          </Button>
          <Button
            kind="quiet"
            icon
            class={styles["close"] ?? ""}
            aria-label={props.closeLabel}
            onClick={() => props.onClose()}
          >
            <X />
          </Button>
        </div>
      </Show>
    </div>
  );
}
