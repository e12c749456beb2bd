import { A, useNavigate, useSearchParams } from "@solidjs/router";
import { type JSX, createSignal, untrack } from "solid-js";

import { createAction } from "../api/action.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { Trouble } from "../ui/trouble.tsx";
import styles from "./account-pages.module.css";
import { signIn } from "./accounts-api.ts";
import { useMe } from "./me-context.ts";
import { safeReturn, withReturn } from "./return-to.ts";
import { SignedOut } from "./signed-in.tsx";

export function SignInPage(): JSX.Element {
  const text = useText();
  const words = text.accounts.signIn;
  const { refetch } = useMe();
  const navigate = useNavigate();
  const [search] = useSearchParams<{ then: string }>();
  // Read once: by the time we go there, this page's own address is gone.
  const then = untrack(() => safeReturn(search.then, window.location.origin));
  const [email, setEmail] = createSignal("");
  const [password, setPassword] = createSignal("");
  const entering = createAction(() => signIn({ email: email().trim(), password: password() }));
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!(await entering.run())) return;
    await refetch();
    navigate(then, { replace: true });
  };
  return (
    <SignedOut then={then}>
      <div class={styles["sheet"]}>
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
        <p class={styles["other"]}>
          {words.noAccount} <A href={withReturn("/sign-up", then)}>{words.make}</A>
        </p>
      </div>
    </SignedOut>
  );
}
