import { nextAfter } from "@concord/domain/check-ins/cadence";
import { setEvery, setNextOn } from "@concord/domain/check-ins/commands";
import { cadenceIn, cadences, type Every } from "@concord/domain/check-ins/schema";
import { cadenceOf } from "@concord/domain/check-ins/view";
import { parseDay } from "@concord/domain/dates";
import { createMapStore } from "@concord/solid-yjs/map-store";
import { type JSX, Show, createMemo, onCleanup, untrack } from "solid-js";
import type * as Y from "yjs";

import { useLanguage, useText } from "../i18n/text.ts";
import { dayInFull } from "../ledger/day-in-full.ts";
import { PillSelect } from "../ui/pill-select.tsx";
import { useAnnouncer } from "../workspace/announcer.tsx";
import { dayOf } from "../workspace/coarse-day.ts";
import type { OpenDocument } from "../workspace/open-document.ts";
import styles from "./check-ins.module.css";

const choices = [...cadences, "never"] as const;

/** How often both mean to check in, and when next: one card that both write in. */
export function Cadence(props: { readonly document: OpenDocument }): JSX.Element {
  const text = useText();
  const { locale } = useLanguage();
  // Another document is another page: this one keeps its own.
  const document = untrack(() => props.document);
  const { doc, readOnly } = document;
  const words = text.checkIns.cadence;
  const details = createMapStore(cadenceIn(doc));
  const cadence = createMemo(() => cadenceOf(details));
  announceChanges(document, words.changed);
  const choose = (chosen: Every | "never") => {
    const every = chosen === "never" ? null : chosen;
    setEvery(doc, every);
    // A rhythm begins with a first day; they can choose another.
    const today = parseDay(dayOf(Date.now()));
    if (cadence().nextOn === null && today) setNextOn(doc, nextAfter(today, every));
  };
  return (
    <section class={styles["cadence"]} aria-labelledby="cadence">
      <h2 id="cadence">{words.title}</h2>
      <Show
        when={!readOnly}
        fallback={
          <p>
            {words.every[cadence().every ?? "never"]}
            <Show when={cadence().nextOn}>
              {(day) => <>. {words.next(dayInFull(day(), locale))}</>}
            </Show>
          </p>
        }
      >
        <div class={styles["rhythm"]}>
          <PillSelect
            class={styles["every"]}
            label={words.everyLabel}
            value={cadence().every ?? "never"}
            options={choices.map((value) => ({ value, short: words.every[value] }))}
            onChoose={choose}
          />
          <label class={styles["nextOn"]}>
            {words.nextOn}
            <input
              type="date"
              class={styles["date"]}
              value={cadence().nextOn ?? ""}
              onChange={(event) => setNextOn(doc, parseDay(event.currentTarget.value))}
            />
          </label>
        </div>
        <p class={styles["hint"]}>{words.hint}</p>
      </Show>
    </section>
  );
}

/** Tells politely that somebody else has changed it, once the page is up to date. */
function announceChanges({ doc, synced }: OpenDocument, words: string): void {
  const { say } = useAnnouncer();
  const follow = (_: unknown, { local }: Y.Transaction) => {
    if (!local && synced()) say(words);
  };
  const details = cadenceIn(doc);
  details.observe(follow);
  onCleanup(() => details.unobserve(follow));
}
