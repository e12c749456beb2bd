import Eye from "~icons/lucide/eye";
import { A } from "@solidjs/router";
import { type JSX, Show } from "solid-js";

import { useText } from "../i18n/text.ts";
import { useSpace } from "./space-context.ts";
import styles from "./watched-by.module.css";

/** Tells both partners, on every page, that somebody is admitted to look on (S12). */
export function WatchedBy(): JSX.Element {
  const text = useText();
  const { space } = useSpace();
  const names = () =>
    space().you.role === "partner"
      ? space().grants.flatMap((grant) =>
          grant.inEffect && grant.observer ? [grant.observer.name] : [],
        )
      : [];
  return (
    <Show when={names().length > 0}>
      <A href={`/space/${space().id}/people`} class={styles["watched"] ?? ""}>
        <Eye />
        <span>{text.observers.admitted([...new Set(names())])}</span>
      </A>
    </Show>
  );
}
