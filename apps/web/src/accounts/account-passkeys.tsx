import { type Account, PasskeyName } from "@concord/domain/accounts/account";
import Pencil from "~icons/lucide/pencil";
import { For, type JSX, Show, createSignal } from "solid-js";
import * as v from "valibot";

import { createAction } from "../api/action.ts";
import { useLanguage, useText } from "../i18n/text.ts";
import { dayInWords } from "../i18n/times.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { TextField } from "../ui/field.tsx";
import { Notice } from "../ui/surface.tsx";
import { Trouble } from "../ui/trouble.tsx";
import { addPasskey, removePasskey, renamePasskey } from "./account-api.ts";
import type { AccountPart } from "./account-page.tsx";
import styles from "./account-page.module.css";
import { passkeyPlace, thisPage } from "./browser-passkeys.ts";
import { ConfirmedAction } from "./confirmed-action.tsx";

export function PasskeysPiece(props: AccountPart): JSX.Element {
  const words = useText().account.passkeys;
  const place = () => passkeyPlace(props.account.passkeyHost, thisPage());
  const why = () => {
    const now = place();
    if (now === "no-server") return words.noServer;
    if (now === "elsewhere") return words.elsewhere(props.account.passkeyHost ?? "");
    return now === "no-browser" ? words.noBrowser : undefined;
  };
  return (
    <div class={styles["piece"]}>
      <h3>{words.title}</h3>
      <p class={styles["soft"]}>{words.text}</p>
      <Show
        when={props.account.passkeys.length > 0}
        fallback={<p class={styles["state"]}>{words.none}</p>}
      >
        <ul class={styles["list"]} aria-label={words.list}>
          <For each={props.account.passkeys}>
            {(passkey) => <OnePasskey {...props} passkey={passkey} />}
          </For>
        </ul>
      </Show>
      <Show
        when={place() === "usable"}
        fallback={
          <Notice>
            <p>{why()}</p>
          </Notice>
        }
      >
        <div class={styles["buttons"]}>
          <AddPasskey {...props} />
        </div>
      </Show>
    </div>
  );
}

function AddPasskey(props: AccountPart): JSX.Element {
  const words = useText().account.passkeys;
  const [name, setName] = createSignal("");
  const [wrong, setWrong] = createSignal(false);
  const isReady = () => {
    setWrong(!v.is(PasskeyName, name()));
    return !wrong();
  };
  return (
    <ConfirmedAction
      account={props.account}
      label={words.add}
      title={words.addTitle}
      action={words.add}
      isReady={isReady}
      onOpen={() => {
        setName("");
        setWrong(false);
      }}
      run={(confirm) => addPasskey(name(), confirm)}
      onDone={() => props.changed()}
    >
      <p>{words.shared}</p>
      <TextField
        label={words.name}
        hint={words.nameHint}
        error={wrong() ? words.nameWrong : undefined}
        maxlength="40"
        value={name()}
        onInput={(event) => setName(event.currentTarget.value)}
      />
    </ConfirmedAction>
  );
}

type Passkey = Account["passkeys"][number];

function OnePasskey(props: AccountPart & { readonly passkey: Passkey }): JSX.Element {
  const { locale, text } = useLanguage();
  const words = text.account.passkeys;
  const day = () => dayInWords(Date.parse(`${props.passkey.addedOn}T12:00:00`), Date.now(), locale);
  return (
    <li class={styles["item"]}>
      <div>
        <span class={styles["name"]}>{props.passkey.name}</span>
        <span class={styles["when"]}>{words.added(day())}</span>
      </div>
      <div class={styles["buttons"]}>
        <RenamePasskey {...props} />
        <ConfirmedAction
          account={props.account}
          kind="danger"
          label={words.removeAction}
          labelFor={words.remove(props.passkey.name)}
          title={words.removeTitle(props.passkey.name)}
          action={words.removeAction}
          run={(confirm) => removePasskey(props.passkey.id, confirm)}
          onDone={() => props.changed()}
        >
          <p>{words.removeText}</p>
        </ConfirmedAction>
      </div>
    </li>
  );
}

function RenamePasskey(props: AccountPart & { readonly passkey: Passkey }): JSX.Element {
  const text = useText();
  const words = text.account.passkeys;
  const [open, setOpen] = createSignal(false);
  const [name, setName] = createSignal("");
  const naming = createAction(() => renamePasskey(props.passkey.id, name()));
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!v.is(PasskeyName, name()) || !(await naming.run())) return;
    setOpen(false);
    props.changed();
  };
  return (
    <>
      <Button
        kind="quiet"
        icon
        aria-label={words.rename(props.passkey.name)}
        onClick={() => {
          setName(props.passkey.name);
          setOpen(true);
        }}
      >
        <Pencil />
      </Button>
      <Dialog
        open={open()}
        onClose={() => setOpen(false)}
        title={words.renameTitle}
        closeLabel={text.ui.close}
      >
        <form class={styles["form"]} novalidate onSubmit={(event) => void submit(event)}>
          <TextField
            label={words.name}
            error={v.is(PasskeyName, name()) ? undefined : words.nameWrong}
            maxlength="40"
            value={name()}
            onInput={(event) => setName(event.currentTarget.value)}
          />
          <Trouble words={naming.trouble()} />
          <div class={styles["actions"]}>
            <Button onClick={() => setOpen(false)}>{text.ui.cancel}</Button>
            <Button type="submit" kind="primary" aria-disabled={naming.busy()}>
              {words.renameAction}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
