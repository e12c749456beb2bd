import { forgetPictures, pastViews, picturesIn } from "@concord/domain/self-check/commands";
import { sections } from "@concord/domain/self-check/items";
import { createMapStore } from "@concord/solid-yjs/map-store";
import { createSortedEntries } from "@concord/solid-yjs/sorted";
import { For, type JSX, Show, untrack } from "solid-js";
import type * as Y from "yjs";

import { useLanguage, useText } from "../i18n/text.ts";
import { dayInFull } from "../ledger/day-in-full.ts";
import { Button } from "../ui/button.tsx";
import styles from "./self-check.module.css";

/** One's own pictures over time, where they were kept: a table of words, by day. */
export function PastPictures(props: { readonly doc: Y.Doc }): JSX.Element {
  const text = useText();
  const { locale } = useLanguage();
  const words = text.selfCheck;
  const doc = untrack(() => props.doc);
  const store = createMapStore(picturesIn(doc));
  const past = createSortedEntries(pastViews(() => store));
  return (
    <Show when={past().length > 0}>
      <section class={styles["part"]}>
        <h2>{words.past.title}</h2>
        <p class={styles["label"]}>{words.past.text}</p>
        <div class={styles["scroll"]}>
          <table class={styles["past"]}>
            <thead>
              <tr>
                <th scope="col">{words.past.on}</th>
                <For each={sections}>
                  {(section) => <th scope="col">{words.sections[section]}</th>}
                </For>
              </tr>
            </thead>
            <tbody>
              <For each={past().toReversed()}>
                {(picture) => (
                  <tr>
                    <th scope="row">{picture.on ? dayInFull(picture.on, locale) : ""}</th>
                    <For each={sections}>
                      {(section) => {
                        const band = () => picture.bands[section];
                        return (
                          <td data-band={band() ?? "none"}>
                            <Show when={band()}>{(band) => words.bands[band()]}</Show>
                          </td>
                        );
                      }}
                    </For>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </div>
        <div>
          <Button kind="quiet" onClick={() => forgetPictures(doc)}>
            {words.past.forget}
          </Button>
        </div>
      </section>
    </Show>
  );
}
