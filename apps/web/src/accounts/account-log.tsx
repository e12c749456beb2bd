import { For, type JSX, Show, createEffect, createResource, createSignal, on } from "solid-js";

import { useLanguage } from "../i18n/text.ts";
import { dayInWords } from "../i18n/times.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/surface.tsx";
import { Trouble } from "../ui/trouble.tsx";
import { fetchLog } from "./account-api.ts";
import type { AccountPart } from "./account-page.tsx";
import styles from "./account-page.module.css";
import { together } from "./log-together.ts";

/** So many are shown before somebody asks for more. */
const few = 8;

export function LogPart(props: AccountPart): JSX.Element {
  const { locale, text } = useLanguage();
  const words = text.account.log;
  const [answer, { refetch }] = createResource(fetchLog);
  createEffect(
    on(
      () => props.account,
      () => void refetch(),
      { defer: true },
    ),
  );
  const [all, setAll] = createSignal(false);
  const entries = () => {
    const now = answer.latest;
    return now?.ok ? together(now.value.entries) : [];
  };
  const trouble = () => {
    const now = answer.latest;
    return now && !now.ok ? text.problems[now.problem] : undefined;
  };
  const shown = () => (all() ? entries() : entries().slice(0, few));
  const day = (of: string) => dayInWords(Date.parse(`${of}T12:00:00`), Date.now(), locale);
  return (
    <section class={styles["part"]} aria-labelledby="log">
      <h2 id="log">{words.title}</h2>
      <Card class={styles["card"] ?? ""}>
        <p class={styles["soft"]}>{words.text}</p>
        <Trouble words={trouble()} />
        <Show when={entries().length > 0} fallback={<p class={styles["state"]}>{words.none}</p>}>
          <ul class={styles["list"]} aria-label={words.list}>
            <For each={shown()}>
              {(entry) => (
                <li class={styles["item"]}>
                  <span>
                    {words.events[entry.event]}
                    <Show when={entry.times > 1}> {words.times(entry.times)}</Show>
                  </span>
                  <span class={styles["when"]}>{day(entry.day)}</span>
                </li>
              )}
            </For>
          </ul>
        </Show>
        <Show when={shown().length < entries().length}>
          <div class={styles["buttons"]}>
            <Button kind="quiet" onClick={() => setAll(true)}>
              {words.more(entries().length - few)}
            </Button>
          </div>
        </Show>
      </Card>
    </section>
  );
}
