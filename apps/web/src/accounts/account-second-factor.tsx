import { type JSX, Match, Show, Switch, createSignal } from "solid-js";

import { createAction } from "../api/action.ts";
import { useText } from "../i18n/text.ts";
import { focusOn } from "../shell/heading.ts";
import { Button } from "../ui/button.tsx";
import { CopyField } from "../ui/copy-field.tsx";
import { TextField } from "../ui/field.tsx";
import { QrCode } from "../ui/qr-code.tsx";
import { Trouble } from "../ui/trouble.tsx";
import { beginSecondFactor, endSecondFactor, settleSecondFactor } from "./account-api.ts";
import type { AccountPart } from "./account-page.tsx";
import styles from "./account-page.module.css";
import { ConfirmedAction } from "./confirmed-action.tsx";
import { RecoveryCodesShown } from "./recovery-codes-shown.tsx";

interface Begun {
  readonly secret: string;
  readonly uri: string;
}

export function SecondFactorPiece(props: AccountPart): JSX.Element {
  const words = useText().account.secondFactor;
  const [begun, setBegun] = createSignal<Begun>();
  const [codes, setCodes] = createSignal<readonly string[]>();
  const settled = (made: readonly string[]) => {
    setBegun(undefined);
    setCodes(made);
    props.changed();
  };
  return (
    <div class={styles["piece"]}>
      <h3>{words.title}</h3>
      <p class={styles["soft"]}>{words.text}</p>
      <Switch fallback={<OnOrOff {...props} onBegun={setBegun} />}>
        <Match when={codes()}>
          {(codes) => <RecoveryCodesShown codes={codes()} onKept={() => setCodes(undefined)} />}
        </Match>
        <Match when={begun()}>
          {(begun) => (
            <SetUp begun={begun()} onDone={settled} onCancel={() => setBegun(undefined)} />
          )}
        </Match>
      </Switch>
    </div>
  );
}

function OnOrOff(props: AccountPart & { readonly onBegun: (begun: Begun) => void }): JSX.Element {
  const words = useText().account.secondFactor;
  const isOn = () => props.account.secondFactor;
  return (
    <Show
      when={props.account.hasPassword}
      fallback={<p class={styles["state"]}>{words.noPassword}</p>}
    >
      <p class={styles["state"]}>{isOn() ? words.on : words.off}</p>
      <div class={styles["buttons"]}>
        <ConfirmedAction
          account={props.account}
          label={isOn() ? words.another : words.begin}
          title={words.setUpTitle}
          action={isOn() ? words.another : words.begin}
          run={beginSecondFactor}
          onDone={(begun) => props.onBegun(begun)}
        />
        <Show when={isOn()}>
          <ConfirmedAction
            account={props.account}
            label={words.turnOff}
            title={words.turnOffTitle}
            action={words.turnOff}
            run={endSecondFactor}
            onDone={() => props.changed()}
          >
            <p>{words.turnOffText}</p>
          </ConfirmedAction>
        </Show>
      </div>
    </Show>
  );
}

/** The app learns the secret; a code of it shows that it has. */
function SetUp(props: {
  readonly begun: Begun;
  readonly onDone: (codes: readonly string[]) => void;
  readonly onCancel: () => void;
}): JSX.Element {
  const text = useText();
  const words = text.account.secondFactor;
  const [code, setCode] = createSignal("");
  const settling = createAction(() => settleSecondFactor(code()));
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const done = await settling.run();
    if (done) props.onDone(done.value.codes);
  };
  return (
    <form class={styles["form"]} onSubmit={(event) => void submit(event)}>
      <h4 class={styles["step"]} ref={focusOn}>
        {words.setUpTitle}
      </h4>
      <p>{words.scan}</p>
      <QrCode text={props.begun.uri} label={words.picture} class={styles["picture"] ?? ""} />
      <CopyField label={words.secret} value={props.begun.secret} />
      <p>
        <a href={props.begun.uri}>{words.link}</a>
      </p>
      <TextField
        label={words.code}
        hint={words.codeHint}
        inputmode="numeric"
        autocomplete="one-time-code"
        required
        value={code()}
        onInput={(event) => setCode(event.currentTarget.value)}
      />
      <Trouble words={settling.trouble()} />
      <div class={styles["buttons"]}>
        <Button type="submit" kind="primary" aria-disabled={settling.busy()}>
          {words.turnOn}
        </Button>
        <Button onClick={() => props.onCancel()}>{text.ui.cancel}</Button>
      </div>
    </form>
  );
}
