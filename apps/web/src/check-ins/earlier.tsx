import ArrowRight from "~icons/lucide/arrow-right";
import type { CheckIn } from "@concord/domain/check-ins/schema";
import { A } from "@solidjs/router";
import { For, type JSX, Show } from "solid-js";

import { useLanguage, useText } from "../i18n/text.ts";
import { useSpace } from "../spaces/space-context.ts";
import styles from "./check-ins.module.css";
import { weekOf } from "./week-of.ts";

/**
 * Those before that hold words of one's own. One that closed without any is not shown: nothing was
 * missed.
 */
export function Earlier(props: { readonly checkIns: readonly CheckIn[] }): JSX.Element {
  const text = useText();
  const { locale } = useLanguage();
  const { space } = useSpace();
  const words = text.checkIns.earlier;
  const earlier = () =>
    props.checkIns.filter(({ state, answered }) => state !== "open" && answered);
  const kindOf = ({ state, alone }: CheckIn) => {
    if (alone) return words.own;
    return state === "revealed" ? words.shared : words.kept;
  };
  return (
    <Show when={earlier().length > 0}>
      <section class={styles["section"]} aria-labelledby="earlier">
        <h2 id="earlier">{words.title}</h2>
        <ul class={styles["earlier"]}>
          <For each={earlier()}>
            {(checkIn) => (
              <li>
                <A
                  href={`/space/${space().id}/check-ins/${checkIn.id}`}
                  class={styles["one"] ?? ""}
                >
                  <span class={styles["day"]}>
                    {weekOf(checkIn.day, Date.now(), locale, text.checkIns.when)}
                  </span>
                  <span class={styles["kind"]}>{kindOf(checkIn)}</span>
                  <ArrowRight aria-hidden="true" />
                </A>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}
