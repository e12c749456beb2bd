import { For, type JSX } from "solid-js";

import { useText } from "../i18n/text.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Circles } from "../ui/circles.tsx";
import styles from "./welcome-page.module.css";

/** What this is, for somebody who has never seen it. */
export function WelcomePage(): JSX.Element {
  const text = useText();
  const words = text.accounts.welcome;
  return (
    <div class={styles["page"]}>
      <section class={styles["opening"]}>
        <div class={styles["words"]}>
          <h1>{words.title}</h1>
          <p class={styles["lead"]}>{words.lead}</p>
          <div class={styles["actions"]}>
            <ButtonLink href="/sign-up" kind="primary">
              {words.signUp}
            </ButtonLink>
            <ButtonLink href="/sign-in">{words.haveAccount}</ButtonLink>
          </div>
        </div>
        <Circles size={300} lit="both" />
      </section>
      <ul class={styles["parts"]}>
        <For each={words.parts}>
          {(part) => (
            <li>
              <h2>{part.title}</h2>
              <p>{part.text}</p>
            </li>
          )}
        </For>
      </ul>
      <p class={styles["private"]}>{words.private}</p>
    </div>
  );
}
