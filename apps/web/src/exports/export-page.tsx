import { type JSX, Show } from "solid-js";

import { useText } from "../i18n/text.ts";
import { NotFound } from "../shell/not-found.tsx";
import { useSpace } from "../spaces/space-context.ts";
import { Card } from "../ui/surface.tsx";
import { BringIn } from "./bring-in.tsx";
import styles from "./exports.module.css";
import { TakeAlong } from "./take-along.tsx";

/** Taking everything along, and bringing in what was taken along elsewhere. For partners alone. */
export function ExportPage(): JSX.Element {
  const text = useText();
  const { space } = useSpace();
  return (
    <Show when={space().you.role === "partner"} fallback={<NotFound />}>
      <div class={styles["page"]}>
        <header class={styles["title"]}>
          <h1>{text.exports.title}</h1>
          <p>{text.exports.lead}</p>
        </header>
        <TakeAlong />
        <Card class={styles["part"] ?? ""}>
          <h2>{text.exports.bring.title}</h2>
          <BringIn />
        </Card>
      </div>
    </Show>
  );
}
