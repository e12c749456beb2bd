import type { JSX } from "solid-js";

import { useText } from "../i18n/text.ts";
import { VaultGate } from "../vault/vault-gate.tsx";
import styles from "../vault/vault.module.css";

export function BalancePage(): JSX.Element {
  const text = useText();
  return (
    <div class={styles["page"]}>
      <h1>{text.me.parts["balance"].title}</h1>
      <VaultGate>{() => <p>{text.me.parts["balance"].text}</p>}</VaultGate>
    </div>
  );
}
