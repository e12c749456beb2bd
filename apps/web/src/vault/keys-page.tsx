import { type JSX, Show, createSignal } from "solid-js";

import { useText } from "../i18n/text.ts";
import { Button } from "../ui/button.tsx";
import { CopyField } from "../ui/copy-field.tsx";
import { Notice } from "../ui/surface.tsx";
import { Trouble } from "../ui/trouble.tsx";
import { NewPassphrase } from "./new-passphrase.tsx";
import type { OpenVault, VaultTrouble } from "./open-vault.ts";
import { newRecoveryCode } from "./recovery-code.ts";
import { createTroubleWords } from "./trouble-words.ts";
import { VaultGate } from "./vault-gate.tsx";
import styles from "./vault.module.css";

/** How Me is opened: another passphrase, another recovery code. */
export function KeysPage(): JSX.Element {
  const text = useText();
  return (
    <div class={styles["page"]}>
      <h1>{text.me.parts.keys.title}</h1>
      <VaultGate>{(vault) => <Keys vault={vault} />}</VaultGate>
    </div>
  );
}

function Keys(props: { readonly vault: OpenVault }): JSX.Element {
  const text = useText();
  const words = text.me.keys;
  const troubleWords = createTroubleWords();
  const [said, setSaid] = createSignal("");
  const [code, setCode] = createSignal<string>();
  const [trouble, setTrouble] = createSignal<VaultTrouble>();
  const changed = async (passphrase: string) => {
    const problem = await props.vault.changePassphrase(passphrase);
    setTrouble(problem ?? undefined);
    setSaid(problem ? "" : words.changed);
  };
  const renew = async () => {
    const made = newRecoveryCode();
    const problem = await props.vault.changeRecoveryCode(made);
    setTrouble(problem ?? undefined);
    setCode(problem ? undefined : made);
  };
  return (
    <div class={styles["form"]}>
      <Trouble words={trouble() && troubleWords(trouble() ?? "our-fault")} />
      <h2>{words.change}</h2>
      <NewPassphrase action={words.change} onChosen={(passphrase) => void changed(passphrase)} />
      <output>{said()}</output>
      <h2>{text.me.begin.codeTitle}</h2>
      <p>{text.me.begin.codeText}</p>
      <Show
        when={code()}
        fallback={
          <div>
            <Button onClick={() => void renew()}>{words.newCode}</Button>
          </div>
        }
      >
        {(code) => (
          <Notice live>
            <CopyField label={text.me.begin.code} value={code()} />
            <p>{words.newCodeText}</p>
          </Notice>
        )}
      </Show>
    </div>
  );
}
