import { diffWordsWithSpace } from "diff";
import { For, type JSX } from "solid-js";

import { useLanguage, useText } from "../i18n/text.ts";
import styles from "./word-changes.module.css";

/** What was taken out and what was added between two texts, word by word; for ears as well. */
export function WordChanges(props: { readonly from: string; readonly to: string }): JSX.Element {
  const text = useText();
  const { locale } = useLanguage();
  const parts = () =>
    diffWordsWithSpace(props.from, props.to, {
      intlSegmenter: new Intl.Segmenter(locale, { granularity: "word" }),
    });
  return (
    <p class={styles["changes"]}>
      <For each={parts()}>
        {(part) => {
          if (part.added)
            return (
              <ins>
                <span class="visually-hidden"> {text.ledger.added} </span>
                {part.value}
              </ins>
            );
          if (part.removed)
            return (
              <del>
                <span class="visually-hidden"> {text.ledger.removed} </span>
                {part.value}
              </del>
            );
          return <span>{part.value}</span>;
        }}
      </For>
    </p>
  );
}
