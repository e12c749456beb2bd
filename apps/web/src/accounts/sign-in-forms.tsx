import { type JSX, Show, createSignal } from "solid-js";

import { createAction } from "../api/action.ts";
import { useText } from "../i18n/text.ts";
import { focusOn } from "../shell/heading.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { Trouble } from "../ui/trouble.tsx";
import styles from "./account-pages.module.css";
import { signIn, signInByPasskey, signInByRecoveryCode } from "./accounts-api.ts";
import { mayHavePasskeys } from "./browser-passkeys.ts";

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

interface Entering {
  readonly onEntered: () => void;
}

interface Further extends Entering {
  readonly onBack: () => void;
}

export function ByPassword(
  props: Entering & {
    /** The password is right, and the account asks for a code as well. */
    readonly onCodeAsked: (credentials: Credentials) => void;
    readonly onLost: () => void;
  },
): JSX.Element {
  const words = useText().accounts.signIn;
  const [email, setEmail] = createSignal("");
  const [password, setPassword] = createSignal("");
  const entering = createAction(async () => {
    const credentials = { email: email().trim(), password: password() };
    const answer = await signIn(credentials);
    if (answer.ok) return { ok: true, value: null };
    return answer.problem === "second-factor-required" ? { ok: true, value: credentials } : answer;
  });
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const done = await entering.run();
    if (done?.value) props.onCodeAsked(done.value);
    else if (done) props.onEntered();
  };
  return (
    <>
      <h1>{words.title}</h1>
      <form class={styles["form"]} onSubmit={(event) => void submit(event)}>
        <TextField
          label={words.email}
          type="email"
          autocomplete="username"
          required
          value={email()}
          onInput={(event) => setEmail(event.currentTarget.value)}
        />
        <TextField
          label={words.password}
          type="password"
          autocomplete="current-password"
          required
          value={password()}
          onInput={(event) => setPassword(event.currentTarget.value)}
        />
        <Trouble words={entering.trouble()} />
        <Button type="submit" kind="primary" aria-disabled={entering.busy()}>
          {words.action}
        </Button>
      </form>
      <Show when={mayHavePasskeys()}>
        <ByPasskey onEntered={() => props.onEntered()} onLost={() => props.onLost()} />
      </Show>
    </>
  );
}

function ByPasskey(props: Entering & { readonly onLost: () => void }): JSX.Element {
  const words = useText().accounts.signIn;
  const entering = createAction(signInByPasskey);
  const enter = async () => {
    if (await entering.run()) props.onEntered();
  };
  return (
    <div class={styles["form"]}>
      <div class={styles["choices"]}>
        <Button aria-disabled={entering.busy()} onClick={() => void enter()}>
          {words.passkey}
        </Button>
        <Button kind="quiet" onClick={() => props.onLost()}>
          {words.recovery}
        </Button>
      </div>
      <Trouble words={entering.trouble()} />
    </div>
  );
}

/** The second factor: the password is right, and goes once more with the code. */
export function ByCode(props: Further & { readonly credentials: Credentials }): JSX.Element {
  const words = useText().accounts.signIn;
  const [code, setCode] = createSignal("");
  const entering = createAction(() => signIn({ ...props.credentials, code: code() }));
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (await entering.run()) props.onEntered();
  };
  return (
    <>
      <h1 ref={focusOn}>{words.codeTitle}</h1>
      <p>{words.codeText}</p>
      <form class={styles["form"]} onSubmit={(event) => void submit(event)}>
        <TextField
          label={words.code}
          hint={words.codeHint}
          autocomplete="one-time-code"
          autocapitalize="none"
          spellcheck={false}
          required
          value={code()}
          onInput={(event) => setCode(event.currentTarget.value)}
        />
        <Trouble words={entering.trouble()} />
        <div class={styles["choices"]}>
          <Button type="submit" kind="primary" aria-disabled={entering.busy()}>
            {words.action}
          </Button>
          <Button kind="quiet" onClick={() => props.onBack()}>
            {words.again}
          </Button>
        </div>
      </form>
    </>
  );
}

/** For an account of passkeys alone, once they are lost. */
export function ByRecoveryCode(props: Further): JSX.Element {
  const words = useText().accounts.signIn;
  const [email, setEmail] = createSignal("");
  const [code, setCode] = createSignal("");
  const entering = createAction(() =>
    signInByRecoveryCode({ email: email().trim(), code: code() }),
  );
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (await entering.run()) props.onEntered();
  };
  return (
    <>
      <h1 ref={focusOn}>{words.recoveryTitle}</h1>
      <p>{words.recoveryText}</p>
      <form class={styles["form"]} onSubmit={(event) => void submit(event)}>
        <TextField
          label={words.email}
          type="email"
          autocomplete="username"
          required
          value={email()}
          onInput={(event) => setEmail(event.currentTarget.value)}
        />
        <TextField
          label={words.recoveryCode}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          required
          value={code()}
          onInput={(event) => setCode(event.currentTarget.value)}
        />
        <Trouble words={entering.trouble()} />
        <div class={styles["choices"]}>
          <Button type="submit" kind="primary" aria-disabled={entering.busy()}>
            {words.action}
          </Button>
          <Button kind="quiet" onClick={() => props.onBack()}>
            {words.back}
          </Button>
        </div>
      </form>
    </>
  );
}
