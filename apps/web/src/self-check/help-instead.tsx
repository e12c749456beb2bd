import type { JSX } from "solid-js";

import { useText } from "../i18n/text.ts";
import { focusOn } from "../shell/heading.ts";
import { Button } from "../ui/button.tsx";
import styles from "./self-check.module.css";

/** Private help in the place of any picture; nothing of it is kept, told or counted (S26). */
export function HelpInstead(props: { readonly onBack: () => void }): JSX.Element {
  const text = useText();
  const words = text.selfCheck.help;
  return (
    <section class={styles["picture"]}>
      <h2 ref={focusOn}>{words.title}</h2>
      <p>{words.text}</p>
      <p>{words.you}</p>
      <p>{words.talk}</p>
      <p>{words.device}</p>
      <div>
        <Button onClick={() => props.onBack()}>{words.back}</Button>
      </div>
    </section>
  );
}
