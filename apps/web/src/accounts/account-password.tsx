import { Password } from "@concord/domain/accounts/schema";
import { type JSX, Show, createSignal } from "solid-js";
import * as v from "valibot";

import { useText } from "../i18n/text.ts";
import { TextField } from "../ui/field.tsx";
import { changePassword, removePassword } from "./account-api.ts";
import type { AccountPart } from "./account-page.tsx";
import styles from "./account-page.module.css";
import { ConfirmedAction } from "./confirmed-action.tsx";

export function PasswordPiece(props: AccountPart): JSX.Element {
  const text = useText();
  const words = text.account.password;
  const [said, setSaid] = createSignal("");
  const canDoWithout = () => props.account.passkeys.length > 0 && props.account.recoveryCodes > 0;
  const done = () => {
    setSaid(text.account.saved);
    props.changed();
  };
  return (
    <div class={styles["piece"]}>
      <h3>{words.title}</h3>
      <p class={styles["state"]}>{props.account.hasPassword ? words.has : words.hasNone}</p>
      <Show when={props.account.hasPassword && !canDoWithout()}>
        <p class={styles["soft"]}>{words.removeFirst}</p>
      </Show>
      <div class={styles["buttons"]}>
        <NewPassword {...props} changed={done} opened={() => setSaid("")} />
        <Show when={props.account.hasPassword && canDoWithout()}>
          <ConfirmedAction
            account={props.account}
            label={words.remove}
            title={words.removeTitle}
            action={words.remove}
            run={removePassword}
            onDone={done}
          >
            <p>{words.removeText}</p>
          </ConfirmedAction>
        </Show>
      </div>
      <output class={styles["said"]}>{said()}</output>
    </div>
  );
}

function NewPassword(props: AccountPart & { readonly opened: () => void }): JSX.Element {
  const words = useText().account.password;
  const [password, setPassword] = createSignal("");
  const [wrong, setWrong] = createSignal(false);
  const isReady = () => {
    setWrong(!v.is(Password, password()));
    return !wrong();
  };
  const label = () => (props.account.hasPassword ? words.change : words.choose);
  return (
    <ConfirmedAction
      account={props.account}
      label={label()}
      title={label()}
      action={label()}
      isReady={isReady}
      onOpen={() => {
        setPassword("");
        setWrong(false);
        props.opened();
      }}
      run={(confirm) => changePassword(password(), confirm)}
      onDone={() => props.changed()}
    >
      <p class={styles["soft"]}>{words.note}</p>
      <TextField
        label={words.next}
        hint={words.hint}
        error={wrong() ? words.wrong : undefined}
        type="password"
        autocomplete="new-password"
        value={password()}
        onInput={(event) => setPassword(event.currentTarget.value)}
      />
    </ConfirmedAction>
  );
}
