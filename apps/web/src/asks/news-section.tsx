import Plus from "~icons/lucide/plus";
import { addNews, removeNews } from "@concord/domain/asks/news-commands";
import { newsIn } from "@concord/domain/asks/schema";
import { newsViews } from "@concord/domain/asks/view";
import { parseDay } from "@concord/domain/dates";
import { newEntryId } from "@concord/domain/ids";
import { createMapStore } from "@concord/solid-yjs/map-store";
import { createSortedEntries } from "@concord/solid-yjs/sorted";
import { For, type JSX, Show, createMemo, untrack } from "solid-js";

import { useText } from "../i18n/text.ts";
import { Button } from "../ui/button.tsx";
import { announceNews } from "../workspace/announce-news.ts";
import { dayOf } from "../workspace/coarse-day.ts";
import { createEntryList } from "../workspace/entry-list.ts";
import { firstWords } from "../workspace/first-words.ts";
import { RemovedToast } from "../workspace/removed-toast.tsx";
import type { BoardProps } from "./asks-board.tsx";
import styles from "./asks.module.css";
import { NewsCard } from "./news-card.tsx";

/** Good news, the latest first, each with room to be asked about. */
export function NewsSection(props: BoardProps): JSX.Element {
  const text = useText();
  const words = text.asks.news;
  const { doc, document, you } = untrack(() => props);
  const store = createMapStore(newsIn(doc));
  const news = createSortedEntries(newsViews(() => store));
  const latest = createMemo(() => news().toReversed());
  const list = createEntryList({
    entries: latest,
    nameOf: (one, place) => words.name(firstWords(one.text), place),
    move: () => {},
    remove: (id) => removeNews(doc, id),
  });
  announceNews(document, newsIn(doc), words.words);
  const add = () => {
    const on = parseDay(dayOf(Date.now()));
    if (!you || !on) return;
    const id = newEntryId();
    list.awaitFocus(id);
    addNews(doc, { id, owner: you, on });
  };
  return (
    <section class={styles["section"]} aria-labelledby="asks-news">
      <h2 id="asks-news">{words.title}</h2>
      <p class={styles["hint"]}>{words.hint}</p>
      <Show when={!props.readOnly}>
        <div>
          <Button onClick={add}>
            <Plus />
            {words.add}
          </Button>
        </div>
      </Show>
      <Show
        when={latest().length > 0}
        fallback={
          <p class={styles["quiet"]}>{props.readOnly ? text.asks.readOnly : words.empty}</p>
        }
      >
        <ul class={styles["list"]} aria-label={words.list} ref={(it) => list.ref(it)}>
          <For each={latest()}>
            {(one, at) => <NewsCard {...props} list={list} news={one} place={at() + 1} />}
          </For>
        </ul>
      </Show>
      <RemovedToast list={list} words={words.removed} undo={props.undo} />
    </section>
  );
}
