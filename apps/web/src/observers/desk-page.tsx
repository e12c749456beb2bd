import { For, type JSX, Show } from "solid-js";

import { useMe } from "../accounts/me-context.ts";
import { useLanguage, useText } from "../i18n/text.ts";
import { dayInWords } from "../i18n/times.ts";
import { ButtonLink } from "../ui/button.tsx";
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
                <h2>{text.observers.names(couple.partners)}</h2>
                <Show when={couple.inEffect} fallback={<Tag tone="care">{words.waiting}</Tag>}>
                  <Tag tone="good">{text.observers.grant.inEffect}</Tag>
                </Show>
                <p>{words.until(dayInWords(couple.until, Date.now(), locale))}</p>
                <Show when={couple.inEffect}>
                  <ButtonLink kind="primary" href={`/space/${couple.space}`}>
                    {words.open}
                    <span class="visually-hidden">{text.observers.names(couple.partners)}</span>
                  </ButtonLink>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </div>
  );
}
