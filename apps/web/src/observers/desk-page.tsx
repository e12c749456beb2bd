import { A } from "@solidjs/router";
import { For, type JSX, Show } from "solid-js";

import { useMe } from "../accounts/me-context.ts";
import { useLanguage, useText } from "../i18n/text.ts";
import { dayInWords } from "../i18n/times.ts";
import { EmptyState, Tag } from "../ui/surface.tsx";
import styles from "./desk-page.module.css";

/** A counsellor's desk: the couples who admitted them, until when, and who hasn't agreed yet. */
export function DeskPage(): JSX.Element {
  const text = useText();
  const { locale } = useLanguage();
  const { me } = useMe();
  const words = text.observers.desk;
  const observing = () => me()?.observing ?? [];
  return (
    <div class={styles["page"]}>
      <h1>{words.title}</h1>
      <Show
        when={observing().length > 0}
        fallback={
          <EmptyState title={words.emptyTitle}>
            <p>{words.empty}</p>
          </EmptyState>
        }
      >
        <p class={styles["lead"]}>{words.lead}</p>
        <ul class={styles["couples"]}>
          <For each={observing()}>
            {(couple) => (
              <li class={styles["couple"]}>
                <h2>
                  <Show when={couple.inEffect} fallback={text.observers.names(couple.partners)}>
                    <A href={`/space/${couple.space}`}>{text.observers.names(couple.partners)}</A>
                  </Show>
                </h2>
                <Show when={couple.inEffect} fallback={<Tag tone="care">{words.waiting}</Tag>}>
                  <Tag tone="good">{text.observers.grant.inEffect}</Tag>
                </Show>
                <p>{words.until(dayInWords(couple.until, Date.now(), locale))}</p>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </div>
  );
}
