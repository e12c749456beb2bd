import type { JSX } from "solid-js";

import { useText } from "../i18n/text.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Circles } from "../ui/circles.tsx";
import styles from "./not-found.module.css";

export function NotFound(props: { readonly words?: string }): JSX.Element {
  const text = useText();
  return (
    <div class={styles["page"]}>
      <Circles size={96} lit="none" />
      <h1>{text.shell.notFound.title}</h1>
      <p>{props.words ?? text.shell.notFound.text}</p>
      <ButtonLink href="/" kind="primary">
        {text.shell.notFound.back}
      </ButtonLink>
    </div>
  );
}
