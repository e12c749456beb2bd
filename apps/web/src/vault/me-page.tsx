import ArrowRight from "~icons/lucide/arrow-right";
import { A } from "@solidjs/router";
import { For, type JSX } from "solid-js";

import { useText } from "../i18n/text.ts";
import contents from "../spaces/space-home.module.css";
import { useSpace } from "../spaces/space-context.ts";
import { VaultGate } from "./vault-gate.tsx";
import styles from "./vault.module.css";

const parts = ["notebook", "drafts", "self-check", "balance", "keys"] as const;

/** Me: what one keeps to oneself. */
export function MePage(): JSX.Element {
  const text = useText();
  const { space } = useSpace();
  return (
    <div class={styles["page"]}>
      <h1>{text.me.title}</h1>
      <p>{text.me.lead}</p>
      <VaultGate>
        {() => (
          <ul class={contents["contents"]}>
            <For each={parts}>
              {(part) => (
                <li>
                  <A href={`/space/${space().id}/me/${part}`} class={contents["chapter"]}>
                    <h2>{text.me.parts[part].title}</h2>
                    <p>{text.me.parts[part].text}</p>
                    <ArrowRight />
                  </A>
                </li>
              )}
            </For>
          </ul>
        )}
      </VaultGate>
    </div>
  );
}
