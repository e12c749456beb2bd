import type { Account, Confirmation } from "@concord/domain/accounts/account";
import { type JSX, Show, createSignal } from "solid-js";

import { createAction } from "../api/action.ts";
import type { Result } from "../api/result.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { TextField } from "../ui/field.tsx";
import { Trouble } from "../ui/trouble.tsx";
import { confirmByPasskey } from "./account-api.ts";
import styles from "./account-page.module.css";
import { passkeyPlace, thisPage } from "./browser-passkeys.ts";

interface ConfirmedProps<T> {
  readonly account: Account;
  /** On the button that opens the dialogue. */
  readonly label: string;
  /** What the button is called where its words alone don't say what it is about. */
  readonly labelFor?: string;
  readonly kind?: "secondary" | "quiet" | "danger";
  readonly title: string;
  /** On the button that does it. */
  readonly action: string;
  /** Whether what is asked for beside the confirmation is there; says so itself where it isn't. */
  readonly isReady?: () => boolean;
  readonly onOpen?: () => void;
  readonly run: (confirm: Confirmation) => Promise<Result<T>>;
  readonly onDone: (value: T) => void;
  /** What the dialogue says and asks for beside the confirmation. */
  readonly children?: JSX.Element;
}

/** A button that does something that matters, once its owner has shown again that it is them. */
export function ConfirmedAction<T>(props: ConfirmedProps<T>): JSX.Element {
  const text = useText();
  const [open, setOpen] = createSignal(false);
  return (
    <>
      <Button
        kind={props.kind ?? "secondary"}
        aria-label={props.labelFor}
        onClick={() => {
          props.onOpen?.();
          setOpen(true);
        }}
      >
        {props.label}
      </Button>
      <Dialog
        open={open()}
        onClose={() => setOpen(false)}
        title={props.title}
        closeLabel={text.ui.close}
      >
        <Show when={open()}>
          <Confirming {...props} close={() => setOpen(false)} />
        </Show>
      </Dialog>
    </>
  );
}

function Confirming<T>(props: ConfirmedProps<T> & { readonly close: () => void }): JSX.Element {
  const words = useText().account.confirm;
  const [typed, setTyped] = createSignal("");
  const doing = createAction(async (): Promise<Result<T>> => {
    // Nothing typed where nothing need be: the passkey is asked.
    const confirm = byPasskey() ? await confirmByPasskey() : confirmationOf(props.account, typed());
    return confirm.ok ? await props.run(confirm.value) : confirm;
  });
  const [byPasskey, setByPasskey] = createSignal(false);
  const go = async (passkey: boolean) => {
    if (props.isReady && !props.isReady()) return;
    setByPasskey(passkey);
    const done = await doing.run();
    if (!done) return;
    props.close();
    props.onDone(done.value);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void go(!props.account.hasPassword && typed() === "" && hasPasskeyHere(props.account));
  };
  return (
    <form class={styles["form"]} novalidate onSubmit={submit}>
      {props.children}
      <Show
        when={props.account.hasPassword}
        fallback={<ByRecoveryCode code={typed()} onCode={setTyped} />}
      >
        <TextField
          label={words.password}
          type="password"
          autocomplete="current-password"
          value={typed()}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </Show>
      <Trouble words={doing.trouble()} />
      <Choices {...props} typed={typed()} busy={doing.busy()} onPasskey={() => void go(true)} />
    </form>
  );
}

const confirmationOf = (account: Account, typed: string): Result<Confirmation> => ({
  ok: true,
  value: account.hasPassword ? { password: typed } : { recoveryCode: typed },
});

const hasPasskeyHere = ({ passkeys, passkeyHost }: Account): boolean =>
  passkeys.length > 0 && passkeyPlace(passkeyHost, thisPage()) === "usable";

function Choices(
  props: Pick<ConfirmedProps<never>, "account" | "kind" | "action"> & {
    readonly typed: string;
    readonly busy: boolean;
    readonly close: () => void;
    readonly onPasskey: () => void;
  },
): JSX.Element {
  const text = useText();
  const words = text.account.confirm;
  const kind = () => (props.kind === "danger" ? "danger" : "primary");
  const hasPasskey = () => hasPasskeyHere(props.account);
  return (
    <div class={styles["actions"]}>
      <Button onClick={() => props.close()}>{text.ui.cancel}</Button>
      <Show when={hasPasskey()}>
        <Button
          kind={props.account.hasPassword ? "secondary" : kind()}
          aria-disabled={props.busy}
          onClick={() => props.onPasskey()}
        >
          {props.account.hasPassword ? words.passkeyInstead : words.passkey}
        </Button>
      </Show>
      <Show when={props.account.hasPassword || props.typed !== "" || !hasPasskey()}>
        <Button type="submit" kind={kind()} aria-disabled={props.busy}>
          {props.account.hasPassword ? props.action : words.recovery}
        </Button>
      </Show>
    </div>
  );
}

function ByRecoveryCode(props: {
  readonly code: string;
  readonly onCode: (code: string) => void;
}): JSX.Element {
  const words = useText().account.confirm;
  return (
    <TextField
      label={words.recoveryCode}
      hint={words.recoveryText}
      autocomplete="off"
      autocapitalize="none"
      spellcheck={false}
      value={props.code}
      onInput={(event) => props.onCode(event.currentTarget.value)}
    />
  );
}
