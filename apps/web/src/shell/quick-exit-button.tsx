import X from "~icons/lucide/x";
import type { JSX } from "solid-js";

import { useText } from "../i18n/text.ts";
import styles from "./quick-exit-button.module.css";
import { useQuickExit } from "./quick-exit.ts";

/** On every page, in the same corner: away from it at once (S15). */
export function QuickExitButton(): JSX.Element {
  const text = useText();
  const exit = useQuickExit();
  return (
    <button
      type="button"
      class={styles["exit"]}
      title={text.shell.exit.hint}
      onClick={() => exit.go()}
    >
      <X aria-hidden="true" />
      <span>{text.shell.exit.action}</span>
    </button>
  );
}
