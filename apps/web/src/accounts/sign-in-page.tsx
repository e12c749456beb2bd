import { A, useNavigate, useSearchParams } from "@solidjs/router";
import { type JSX, Match, Switch, createSignal, untrack } from "solid-js";

import { useText } from "../i18n/text.ts";
import styles from "./account-pages.module.css";
import { useMe } from "./me-context.ts";
import { safeReturn, withReturn } from "./return-to.ts";
import { type Credentials, ByCode, ByPassword, ByRecoveryCode } from "./sign-in-forms.tsx";
import { SignedOut } from "./signed-in.tsx";

type Step =
  | { readonly kind: "password" }
  | { readonly kind: "code"; readonly credentials: Credentials }
  | { readonly kind: "recovery" };

/** Signing in: by passkey, by password, by a code as well where the account asks for one. */
export function SignInPage(): JSX.Element {
  const text = useText();
  const words = text.accounts.signIn;
  const { refetch } = useMe();
  const navigate = useNavigate();
  const [search] = useSearchParams<{ then: string }>();
  // Read once: by the time we go there, this page's own address is gone.
  const then = untrack(() => safeReturn(search.then, window.location.origin));
  const [step, setStep] = createSignal<Step>({ kind: "password" });
  const credentials = () => {
    const now = step();
    return now.kind === "code" ? now.credentials : undefined;
  };
  const entered = async () => {
    await refetch();
    navigate(then, { replace: true });
  };
  const again = () => setStep({ kind: "password" });
  return (
    <SignedOut then={then}>
      <div class={styles["sheet"]}>
        <Switch
          fallback={
            <ByPassword
              onEntered={() => void entered()}
              onCodeAsked={(credentials) => setStep({ kind: "code", credentials })}
              onLost={() => setStep({ kind: "recovery" })}
            />
          }
        >
          <Match when={credentials()}>
            {(credentials) => (
              <ByCode credentials={credentials()} onEntered={() => void entered()} onBack={again} />
            )}
          </Match>
          <Match when={step().kind === "recovery"}>
            <ByRecoveryCode onEntered={() => void entered()} onBack={again} />
          </Match>
        </Switch>
        <p class={styles["other"]}>
          {words.noAccount} <A href={withReturn("/sign-up", then)}>{words.make}</A>
        </p>
      </div>
    </SignedOut>
  );
}
