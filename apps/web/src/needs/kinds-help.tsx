import { needKinds } from "@concord/domain/needs/schema";
import { For, type JSX } from "solid-js";

import { useText } from "../i18n/text.ts";
import styles from "./needs.module.css";

export function KindsHelp(): JSX.Element {
  const text = useText();
  return (
    <details class={styles["kinds"]}>
      <summary>{text.needs.whatKindsMean}</summary>
      <dl>
        <For each={needKinds}>
          {(kind) => (
            <div>
              <dt>{text.needs.kinds[kind].name}</dt>
              <dd>{text.needs.kinds[kind].means}</dd>
            </div>
          )}
        </For>
      </dl>
    </details>
  );
}
