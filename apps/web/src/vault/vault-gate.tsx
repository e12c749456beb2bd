import { type JSX, Match, Show, Switch } from "solid-js";

import { useText } from "../i18n/text.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/surface.tsx";
import { Trouble } from "../ui/trouble.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { BeginVault } from "./begin-vault.tsx";
import type { OpenVault } from "./open-vault.ts";
import { createTroubleWords } from "./trouble-words.ts";
import { UnlockVault } from "./unlock-vault.tsx";
import { useVault } from "./vault-context.ts";
import styles from "./vault.module.css";

/** Shows what is in Me once it is open, and before that how to open it or begin it. */
export function VaultGate(props: {
  readonly children: (vault: OpenVault) => JSX.Element;
}): JSX.Element {
  const text = useText();
  const { state, retry } = useVault();
  const words = createTroubleWords();
  const opened = () => {
    const now = state();
    return now.kind === "open" ? now.vault : null;
  };
  const failed = () => {
    const now = state();
    return now.kind === "failed" ? now.problem : null;
  };
  return (
    <Switch fallback={<Waiting />}>
      <Match when={opened()} keyed>
        {(vault) => (
          <>
            <VaultBar />
            {props.children(vault)}
          </>
        )}
      </Match>
      <Match when={state().kind === "none"}>
        <BeginVault />
      </Match>
      <Match when={state().kind === "locked"}>
        <UnlockVault />
      </Match>
      <Match when={state().kind === "cannot-seal"}>
        <Notice tone="care">
          <strong>{text.me.cannotSeal.title}</strong>
          <p>{text.me.cannotSeal.text}</p>
        </Notice>
      </Match>
      <Match when={failed()}>
        {(problem) => (
          <Trouble
            words={words(problem())}
            again={{ label: text.shell.tryAgain, act: () => retry() }}
          />
        )}
      </Match>
    </Switch>
  );
}

/** Whether it is saved, and the way to lock it. */
function VaultBar(): JSX.Element {
  const text = useText();
  const { saving, lock } = useVault();
  const words = () => {
    const now = saving();
    if (now === "saved") return text.me.saved;
    return now === "saving" ? text.me.saving : text.me.unsaved;
  };
  return (
    <div class={styles["bar"]}>
      <output>{words()}</output>
      <Show when={saving() !== "saved" && saving() !== "saving"}>
        <Trouble words={text.me.unsaved} />
      </Show>
      <Button onClick={() => void lock()}>{text.me.lock}</Button>
    </div>
  );
}
