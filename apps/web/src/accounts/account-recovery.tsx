import { type JSX, Show, createSignal } from "solid-js";

import { useText } from "../i18n/text.ts";
import { makeRecoveryCodes } from "./account-api.ts";
import type { AccountPart } from "./account-page.tsx";
import styles from "./account-page.module.css";
import { ConfirmedAction } from "./confirmed-action.tsx";
import { RecoveryCodesShown } from "./recovery-codes-shown.tsx";

export function RecoveryPiece(props: AccountPart): JSX.Element {
  const words = useText().account.recovery;
  const [codes, setCodes] = createSignal<readonly string[]>();
  return (
    <div class={styles["piece"]}>
      <h3>{words.title}</h3>
      <p class={styles["soft"]}>{words.text}</p>
      <Show
        when={codes()}
        fallback={
          <>
            <p class={styles["state"]}>{words.left(props.account.recoveryCodes)}</p>
            <div class={styles["buttons"]}>
              <ConfirmedAction
                account={props.account}
                label={words.make}
                title={words.makeTitle}
                action={words.make}
                run={makeRecoveryCodes}
                onDone={({ codes }) => {
                  setCodes(codes);
                  props.changed();
                }}
              >
                <Show when={props.account.recoveryCodes > 0}>
                  <p>{words.makeText}</p>
                </Show>
              </ConfirmedAction>
            </div>
          </>
        }
      >
        {(codes) => <RecoveryCodesShown codes={codes()} onKept={() => setCodes(undefined)} />}
      </Show>
    </div>
  );
}
