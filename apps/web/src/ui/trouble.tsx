import { type JSX, Show } from "solid-js";

import { Button } from "./button.tsx";
import { Notice } from "./surface.tsx";
import styles from "./trouble.module.css";

/** Says what went wrong where it went wrong, announced; with a way to try again if there is one. */
export function Trouble(props: {
  readonly words: string | undefined;
  readonly again?: { readonly label: string; readonly act: () => void };
}): JSX.Element {
  return (
    <div class={styles["trouble"]} role="alert">
      <Show when={props.words}>
        <Notice tone="wrong">
          <p>{props.words}</p>
          <Show when={props.again}>
            {(again) => (
              <div>
                <Button onClick={() => again().act()}>{again().label}</Button>
              </div>
            )}
          </Show>
        </Notice>
      </Show>
    </div>
  );
}
