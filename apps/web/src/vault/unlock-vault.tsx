import { type JSX, Show, createSignal } from "solid-js";

import { useMe } from "../accounts/me-context.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { Trouble } from "../ui/trouble.tsx";
import type { VaultTrouble } from "./open-vault.ts";
import { createTroubleWords } from "./trouble-words.ts";
import { useVault } from "./vault-context.ts";
import styles from "./vault.module.css";

/** Asks who is there before anything opens (S24): the passphrase, or the recovery code. */
export function UnlockVault(): JSX.Element {
  const text = useText();
  const { me } = useMe();
  const { open } = useVault();
  const words = text.me.unlock;
  const troubleWords = createTroubleWords();
  const [byCode, setByCode] = createSignal(false);
  const [typed, setTyped] = createSignal("");
  const [busy, setBusy] = createSignal(false);
  const [trouble, setTrouble] = createSignal<VaultTrouble>();
  const name = () => me()?.person.name ?? "";
  const go = async (evenIfOlder: boolean) => {
    if (busy()) return;
    setBusy(true);
    setTrouble(undefined);
    const key = byCode() ? { code: typed() } : { passphrase: typed() };
    const problem = await open(key, { evenIfOlder });
    setBusy(false);
    if (problem) setTrouble(problem);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void go(false);
  };
  return (
    <form class={styles["sheet"]} onSubmit={submit}>
      <h2>{words.title(name())}</h2>
      <p>{words.who(name())}</p>
      <TextField
        label={byCode() ? words.code : words.passphrase}
        type={byCode() ? "text" : "password"}
        autocomplete="off"
        required
        value={typed()}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <Trouble words={trouble() && troubleWords(trouble() ?? "our-fault")} />
      <div class={styles["actions"]}>
        <Button type="submit" kind="primary" aria-disabled={busy()}>
          {byCode() ? words.codeAction : words.action}
        </Button>
        <Show when={trouble() === "older"}>
          <Button onClick={() => void go(true)}>{words.openOlder}</Button>
        </Show>
        <Button
          kind="quiet"
          onClick={() => {
            setTyped("");
            setByCode(!byCode());
          }}
        >
          {byCode() ? words.withPassphrase : words.forgotten}
        </Button>
      </div>
    </form>
  );
}
