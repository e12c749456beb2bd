import type { JSX } from "solid-js";

import { useText } from "../i18n/text.ts";
import { Button } from "../ui/button.tsx";
import { QuickExitButton } from "./quick-exit-button.tsx";
import styles from "./broken.module.css";

/** What stands in for the whole app when a mistake of ours has stopped it. */
export function Broken(props: { readonly error: unknown }): JSX.Element {
  const text = useText();
  return (
    <main class={styles["broken"]}>
      <QuickExitButton />
      <h1>{text.shell.broken.title}</h1>
      <p>{text.shell.broken.text}</p>
      <div>
        <Button kind="primary" onClick={() => window.location.reload()}>
          {text.shell.broken.reload}
        </Button>
      </div>
      <details>
        <summary>{text.shell.broken.detail}</summary>
        <pre>{String(props.error)}</pre>
      </details>
    </main>
  );
}
