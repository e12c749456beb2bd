import type { JSX } from "solid-js";

import { useText } from "../i18n/text.ts";
import { focusOn } from "../shell/heading.ts";
import { Button } from "../ui/button.tsx";
import { CopyText } from "../ui/copy-field.tsx";
import { Notice } from "../ui/surface.tsx";
import styles from "./account-page.module.css";

/** Recovery codes, this once. */
export function RecoveryCodesShown(props: {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}): JSX.Element {
  const words = useText().account.recovery;
  return (
    <div class={styles["form"]}>
      <h4 class={styles["step"]} ref={focusOn}>
        {words.shownTitle}
      </h4>
      <Notice tone="care">
        <p>{words.shownText}</p>
      </Notice>
      <CopyText label={words.codes} value={props.codes.join("\n")} />
      <div class={styles["buttons"]}>
        <Button kind="primary" onClick={() => props.onKept()}>
          {words.kept}
        </Button>
      </div>
    </div>
  );
}
