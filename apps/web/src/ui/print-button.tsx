import Printer from "~icons/lucide/printer";
import type { JSX } from "solid-js";

import { useText } from "../i18n/text.ts";
import { Button } from "./button.tsx";
import styles from "./print-button.module.css";

/** Prints the page; it isn't on the paper itself. */
export function PrintButton(): JSX.Element {
  const text = useText();
  return (
    <Button kind="quiet" class={styles["print"] ?? ""} onClick={() => window.print()}>
      <Printer />
      {text.ui.print}
    </Button>
  );
}
