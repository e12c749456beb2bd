import type { JSX } from "solid-js";

import { useText } from "../i18n/text.ts";
import { Card } from "../ui/surface.tsx";
import { BringIn } from "./bring-in.tsx";
import styles from "./exports.module.css";

/** For whoever has a file from elsewhere, and no space yet or several. */
export function ImportPage(): JSX.Element {
  const text = useText();
  return (
    <div class={`${styles["page"]} ${styles["plain"]}`}>
      <h1>{text.exports.bring.page}</h1>
      <Card class={styles["part"] ?? ""}>
        <BringIn />
      </Card>
    </div>
  );
}
