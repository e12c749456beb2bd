import { type JSX, Show, createSignal } from "solid-js";

import { useText } from "../i18n/text.ts";
import { Button } from "../ui/button.tsx";
import { CopyField } from "../ui/copy-field.tsx";
import { Checkbox } from "../ui/field.tsx";
import { Notice } from "../ui/surface.tsx";
import { Trouble } from "../ui/trouble.tsx";
import { NewPassphrase } from "./new-passphrase.tsx";
import type { VaultTrouble } from "./open-vault.ts";
import { newRecoveryCode } from "./recovery-code.ts";
import { createTroubleWords } from "./trouble-words.ts";
import { useVault } from "./vault-context.ts";
import styles from "./vault.module.css";

/** Begins Me: what is lost with the keys is said before the first word is written (S20). */
export function BeginVault(): JSX.Element {
  const text = useText();
  const words = text.me.begin;
  const [passphrase, setPassphrase] = createSignal<string>();
  return (
    <div class={styles["sheet"]}>
      <h2>{words.title}</h2>
      <p>{words.text}</p>
      <Notice tone="care">
        <p>{words.lost}</p>
      </Notice>
      <Show
        when={passphrase()}
        fallback={<NewPassphrase action={words.next} onChosen={setPassphrase} />}
      >
        {(passphrase) => <ShowCode passphrase={passphrase()} />}
      </Show>
    </div>
  );
}

function ShowCode(props: { readonly passphrase: string }): JSX.Element {
  const text = useText();
  const { begin } = useVault();
  const words = text.me.begin;
  const troubleWords = createTroubleWords();
  const code = newRecoveryCode();
  const [written, setWritten] = createSignal(false);
  const [busy, setBusy] = createSignal(false);
  const [trouble, setTrouble] = createSignal<VaultTrouble>();
  const go = async () => {
    if (busy() || !written()) return;
    setBusy(true);
    const problem = await begin({ passphrase: props.passphrase, code });
    setBusy(false);
    if (problem) setTrouble(problem);
  };
  return (
    <section class={styles["form"]}>
      <h3>{words.codeTitle}</h3>
      <p>{words.codeText}</p>
      <CopyField label={words.code} value={code} />
      <Checkbox checked={written()} onChange={(event) => setWritten(event.currentTarget.checked)}>
        {words.written}
      </Checkbox>
      <Trouble words={trouble() && troubleWords(trouble() ?? "our-fault")} />
      <div>
        <Button kind="primary" aria-disabled={busy() || !written()} onClick={() => void go()}>
          {words.action}
        </Button>
      </div>
    </section>
  );
}
