import type { JSX } from "solid-js";

import { useText } from "../i18n/text.ts";
import { VaultGate } from "../vault/vault-gate.tsx";
import styles from "../vault/vault.module.css";

export function DraftsPage(): JSX.Element {
  const text = useText();
  return (
    <div class={styles["page"]}>
      <h1>{text.me.parts["drafts"].title}</h1>
      <VaultGate>{() => <p>{text.me.parts["drafts"].text}</p>}</VaultGate>
    </div>
  );
}
