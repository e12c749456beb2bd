import { A } from "@solidjs/router";
import { type JSX, Show, createSignal } from "solid-js";

import { useText } from "../i18n/text.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/surface.tsx";
import styles from "./exit-notice.module.css";

/** How to leave quickly, and what that leaves behind: said once on each device, at the start. */
export function ExitNotice(): JSX.Element {
  const text = useText();
  const [known, setKnown] = createSignal(isKnown());
  const understood = () => {
    setKnown(true);
    keepKnown();
  };
  return (
    <Show when={!known()}>
      <Notice>
        <p>{text.shell.exit.first}</p>
        <p>{text.shell.exit.history}</p>
        <div class={styles["actions"]}>
          <Button onClick={understood}>{text.shell.exit.understood}</Button>
          <A href="/help">{text.shell.help}</A>
        </div>
      </Notice>
    </Show>
  );
}

const key = "concord/exit-known";

function isKnown(): boolean {
  try {
    return localStorage.getItem(key) === "yes";
  } catch {
    return false;
  }
}

function keepKnown(): void {
  try {
    localStorage.setItem(key, "yes");
  } catch {
    // It is then said again next time.
  }
}
