import { A, useSearchParams } from "@solidjs/router";
import { type JSX, Show, createSignal, untrack } from "solid-js";

import { useText } from "../i18n/text.ts";
import { focusOn } from "../shell/heading.ts";
import { Button } from "../ui/button.tsx";
import styles from "./account-pages.module.css";
import { OperatorWords } from "./operator-words.tsx";
import { safeReturn, withReturn } from "./return-to.ts";
import { SignedOut } from "./signed-in.tsx";
import { SignUpForm } from "./sign-up-form.tsx";

/** Two steps: who runs this server and what they can read (S21), then the account. */
export function SignUpPage(): JSX.Element {
  const text = useText();
  const words = text.accounts.signUp;
  const [read, setRead] = createSignal(false);
  const [search] = useSearchParams<{ then: string }>();
  // Read once: by the time we go there, this page's own address is gone.
  const then = untrack(() => safeReturn(search.then, window.location.origin));
  return (
    <SignedOut then={then}>
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
          <h1 ref={focusOn}>{words.title}</h1>
          <SignUpForm then={then} />
        </Show>
        <p class={styles["other"]}>
          {words.haveAccount}{" "}
          <A href={withReturn("/sign-in", then)}>{text.accounts.signIn.action}</A>
        </p>
      </div>
    </SignedOut>
  );
}
