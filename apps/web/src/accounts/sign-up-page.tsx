import { A, useNavigate, useSearchParams } from "@solidjs/router";
import { type JSX, Show, createSignal } from "solid-js";
import { createStore } from "solid-js/store";

import type { Trouble as TroubleCode } from "../api/result.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox, TextField } from "../ui/field.tsx";
import { Trouble } from "../ui/trouble.tsx";
import styles from "./account-pages.module.css";
import { signUp } from "./accounts-api.ts";
import { useMe } from "./me-context.ts";
import { OperatorWords } from "./operator-words.tsx";
import { safeReturn, withReturn } from "./return-to.ts";
import { type SignUpField, checkSignUp, emptyDraft } from "./sign-up-form.ts";

/** Two steps: who runs this server and what they can read (S21), then the account. */
export function SignUpPage(): JSX.Element {
  const text = useText();
  const words = text.accounts.signUp;
  const [read, setRead] = createSignal(false);
  const [search] = useSearchParams<{ then: string }>();
  const then = () => safeReturn(search.then, window.location.origin);
  return (
    <div class={styles["sheet"]}>
      <Show
        when={read()}
        fallback={
          <>
            <h1>{text.accounts.operator.title}</h1>
            <OperatorWords />
            <Button kind="primary" onClick={() => setRead(true)}>
              {text.accounts.operator.understood}
            </Button>
          </>
        }
      >
        <h1>{words.title}</h1>
        <SignUpForm then={then()} />
      </Show>
      <p class={styles["other"]}>
        {words.haveAccount}{" "}
        <A href={withReturn("/sign-in", then())}>{text.accounts.signIn.action}</A>
      </p>
    </div>
  );
}

function SignUpForm(props: { readonly then: string }): JSX.Element {
  const text = useText();
  const words = text.accounts.signUp;
  const { refetch } = useMe();
  const navigate = useNavigate();
  const [draft, setDraft] = createStore({ ...emptyDraft });
  const [tried, setTried] = createSignal(false);
  const [busy, setBusy] = createSignal(false);
  const [problem, setProblem] = createSignal<TroubleCode>();
  let form: HTMLFormElement | undefined;
  const wrong = (field: SignUpField) => {
    if (!tried()) return undefined;
    const checked = checkSignUp({ ...draft });
    return !checked.ok && checked.wrong.includes(field) ? text.accounts.wrong[field] : undefined;
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy()) return;
    setTried(true);
    const checked = checkSignUp({ ...draft });
    if (!checked.ok) {
      form?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
      return;
    }
    setBusy(true);
    const answer = await signUp(checked.form);
    if (answer.ok) {
      await refetch();
      navigate(props.then, { replace: true });
    } else setProblem(answer.problem);
    setBusy(false);
  };
  const trouble = () => {
    const code = problem();
    return code && text.problems[code];
  };
  return (
    <form
      class={styles["form"]}
      novalidate
      ref={(it) => {
        form = it;
      }}
      onSubmit={(event) => void submit(event)}
    >
      <TextField
        label={words.name}
        hint={words.nameHint}
        error={wrong("name")}
        autocomplete="name"
        maxlength="80"
        value={draft.name}
        onInput={(event) => setDraft("name", event.currentTarget.value)}
      />
      <TextField
        label={words.email}
        hint={words.emailHint}
        error={wrong("email")}
        type="email"
        autocomplete="username"
        value={draft.email}
        onInput={(event) => setDraft("email", event.currentTarget.value)}
      />
      <TextField
        label={words.password}
        hint={words.passwordHint}
        error={wrong("password")}
        type="password"
        autocomplete="new-password"
        value={draft.password}
        onInput={(event) => setDraft("password", event.currentTarget.value)}
      />
      <Checkbox
        error={wrong("consent")}
        checked={draft.consent}
        onChange={(event) => setDraft("consent", event.currentTarget.checked)}
      >
        {words.consent}
      </Checkbox>
      <Checkbox
        error={wrong("adult")}
        checked={draft.adult}
        onChange={(event) => setDraft("adult", event.currentTarget.checked)}
      >
        {words.adult}
      </Checkbox>
      <Trouble words={trouble()} />
      <Button type="submit" kind="primary" aria-disabled={busy()}>
        {words.action}
      </Button>
    </form>
  );
}
