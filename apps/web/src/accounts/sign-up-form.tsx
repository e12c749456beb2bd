import { useNavigate } from "@solidjs/router";
import { type JSX, createSignal } from "solid-js";
import { createStore } from "solid-js/store";

import { createAction } from "../api/action.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox, TextField } from "../ui/field.tsx";
import { Trouble } from "../ui/trouble.tsx";
import styles from "./account-pages.module.css";
import { signUp } from "./accounts-api.ts";
import { useMe } from "./me-context.ts";
import { type SignUpDraft, type SignUpField, checkSignUp, emptyDraft } from "./sign-up-draft.ts";

/** The account: who, and the two statements, each made by itself (S27). */
export function SignUpForm(props: { readonly then: string }): JSX.Element {
  const text = useText();
  const { refetch } = useMe();
  const navigate = useNavigate();
  const [draft, setDraft] = createStore<SignUpDraft>({ ...emptyDraft });
  const [tried, setTried] = createSignal(false);
  const checked = () => checkSignUp({ ...draft });
  const making = createAction(async () => {
    const now = checked();
    return now.ok ? await signUp(now.form) : { ok: false, problem: "bad-request" };
  });
  const wrong = (field: SignUpField) => {
    const now = checked();
    return tried() && !now.ok && now.wrong.includes(field) ? text.accounts.wrong[field] : undefined;
  };
  const submit = async (event: SubmitEvent & { readonly currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    setTried(true);
    if (!checked().ok) {
      event.currentTarget.querySelector<HTMLElement>("[aria-invalid]")?.focus();
      return;
    }
    if (!(await making.run())) return;
    await refetch();
    navigate(props.then, { replace: true });
  };
  return (
    <form class={styles["form"]} novalidate onSubmit={(event) => void submit(event)}>
      <Fields
        draft={draft}
        wrong={wrong}
        onInput={(field, words) => setDraft({ [field]: words })}
      />
      <Statements
        draft={draft}
        wrong={wrong}
        onChange={(field, made) => setDraft({ [field]: made })}
      />
      <Trouble words={making.trouble()} />
      <Button type="submit" kind="primary" aria-disabled={making.busy()}>
        {text.accounts.signUp.action}
      </Button>
    </form>
  );
}

interface PartProps {
  readonly draft: SignUpDraft;
  readonly wrong: (field: SignUpField) => string | undefined;
}

function Fields(
  props: PartProps & {
    readonly onInput: (field: "name" | "email" | "password", words: string) => void;
  },
): JSX.Element {
  const words = useText().accounts.signUp;
  return (
    <>
      <TextField
        label={words.name}
        hint={words.nameHint}
        error={props.wrong("name")}
        autocomplete="name"
        maxlength="80"
        value={props.draft.name}
        onInput={(event) => props.onInput("name", event.currentTarget.value)}
      />
      <TextField
        label={words.email}
        hint={words.emailHint}
        error={props.wrong("email")}
        type="email"
        autocomplete="username"
        value={props.draft.email}
        onInput={(event) => props.onInput("email", event.currentTarget.value)}
      />
      <TextField
        label={words.password}
        hint={words.passwordHint}
        error={props.wrong("password")}
        type="password"
        autocomplete="new-password"
        value={props.draft.password}
        onInput={(event) => props.onInput("password", event.currentTarget.value)}
      />
    </>
  );
}

function Statements(
  props: PartProps & {
    readonly onChange: (field: "consent" | "adult", made: boolean) => void;
  },
): JSX.Element {
  const words = useText().accounts.signUp;
  return (
    <>
      <Checkbox
        error={props.wrong("consent")}
        checked={props.draft.consent}
        onChange={(event) => props.onChange("consent", event.currentTarget.checked)}
      >
        {words.consent}
      </Checkbox>
      <Checkbox
        error={props.wrong("adult")}
        checked={props.draft.adult}
        onChange={(event) => props.onChange("adult", event.currentTarget.checked)}
      >
        {words.adult}
      </Checkbox>
    </>
  );
}
