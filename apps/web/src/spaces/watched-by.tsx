import Eye from "~icons/lucide/eye";
import { A, useLocation } from "@solidjs/router";
import { type JSX, Show } from "solid-js";

import { useText } from "../i18n/text.ts";
import { lookersOn, roomOfPage } from "./places.ts";
import { useSpace } from "./space-context.ts";
import styles from "./watched-by.module.css";

/** Tells both partners, on every page, who is admitted to look on, and whether here (S12). */
export function WatchedBy(): JSX.Element {
  const text = useText();
  const { space } = useSpace();
  const location = useLocation();
  const room = () => roomOfPage(location.pathname);
  const words = () => {
    const everywhere = lookersOn(space());
    const at = room();
    if (everywhere.length === 0) return undefined;
    if (!at) return text.observers.admitted(everywhere);
    const here = lookersOn(space(), at);
    return here.length > 0 ? text.observers.admittedHere(here) : text.observers.notHere(everywhere);
  };
  return (
    <Show when={words()}>
      <A href={`/space/${space().id}/people`} class={styles["watched"] ?? ""}>
        <Eye />
        <span>{words()}</span>
      </A>
    </Show>
  );
}
