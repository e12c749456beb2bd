import type { JSX } from "solid-js";

import { useText } from "../i18n/text.ts";
import { OperatorWords } from "./operator-words.tsx";
import styles from "./account-pages.module.css";

export function OperatorPage(): JSX.Element {
  const text = useText();
  return (
    <div class={styles["sheet"]}>
      <h1>{text.accounts.operator.title}</h1>
      <OperatorWords />
    </div>
  );
}
