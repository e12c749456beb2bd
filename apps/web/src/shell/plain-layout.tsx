import { A, type RouteSectionProps } from "@solidjs/router";
import { type JSX, Show } from "solid-js";

import { useMe } from "../accounts/me-context.ts";
import { SignOut } from "../accounts/sign-out.tsx";
import { useText } from "../i18n/text.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Frame } from "./frame.tsx";
import { HomeLink } from "./home-link.tsx";
import styles from "./plain-layout.module.css";

/** The pages outside of a space: a header with the way home, and who runs this server. */
export function PlainLayout(props: RouteSectionProps): JSX.Element {
  const text = useText();
  return (
    <Frame
      class={styles["layout"]}
      before={<Header />}
      after={
        <footer class={styles["footer"]}>
          <A href="/help">{text.shell.help}</A>
          <A href="/operator">{text.shell.operator}</A>
        </footer>
      }
    >
      {props.children}
    </Frame>
  );
}

function Header(): JSX.Element {
  const text = useText();
  const { me, state } = useMe();
  return (
    <header class={styles["header"]}>
      <HomeLink />
      <Show when={me()}>
        {(me) => (
          <div class={styles["person"]}>
            <A href="/account" aria-label={text.shell.account(me().person.name)}>
              {me().person.name}
            </A>
            <SignOut />
          </div>
        )}
      </Show>
      <Show when={state().kind === "signed-out"}>
        <ButtonLink href="/sign-in" kind="quiet">
          {text.accounts.signIn.action}
        </ButtonLink>
      </Show>
    </header>
  );
}
