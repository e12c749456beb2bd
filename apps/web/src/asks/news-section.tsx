import Plus from "~icons/lucide/plus";
import { isFreshNews } from "@concord/domain/asks/fresh";
import { addNews, removeNews } from "@concord/domain/asks/news-commands";
import { newsIn } from "@concord/domain/asks/schema";
import { newsViews } from "@concord/domain/asks/view";
import { Day } from "@concord/domain/dates";
import { newEntryId } from "@concord/domain/ids";
import { createMapStore } from "@concord/solid-yjs/map-store";
import { createSortedEntries } from "@concord/solid-yjs/sorted";
import { For, type JSX, Show, untrack } from "solid-js";
import * as v from "valibot";

import { useText } from "../i18n/text.ts";
import { Button } from "../ui/button.tsx";
import { dayOf } from "../workspace/coarse-day.ts";
import { createEntryList } from "../workspace/entry-list.ts";
import { firstWords } from "../workspace/first-words.ts";
import type { BoardProps } from "./asks-board.tsx";
import styles from "./asks.module.css";
import { NewsCard } from "./news-card.tsx";
import { headingOf } from "./parts.ts";
import { createTelling } from "./tell.ts";
import { newsStates, tellNews } from "./tidings.ts";

/** What is new, what is not any more, and what can be done with it here. */
function createNews(board: BoardProps) {
  const words = useText().asks.news;
  const { doc, you } = board;
  const store = createMapStore(newsIn(doc));
  const news = createSortedEntries(newsViews(() => store));
  const today = () => v.parse(Day, dayOf(Date.now()));
  const newestFirst = (fresh: boolean) =>
    createSortedEntries(() =>
      news()
        .filter((one) => isFreshNews(one, today()) === fresh)
        .toReversed(),
    );
  const [latest, earlier] = [newestFirst(true), newestFirst(false)];
  const listOf = (entries: typeof latest) =>
    createEntryList({
      entries,
      nameOf: (one, place) => words.name(firstWords(one.text), place),
      move: () => {},
      remove: (id) => {
        removeNews(doc, id);
        board.part(words.removed);
      },
    });
  const [list, past] = [listOf(latest), listOf(earlier)];
  createTelling(board, () => newsStates(news()), tellNews);
  const add = () => {
    if (!you) return;
    const id = newEntryId();
    list.awaitFocus(id);
    addNews(doc, { id, owner: you, on: today() });
  };
  return { latest, earlier, list, past, add };
}

/** Good news, the latest first, each with room to be asked about. */
export function NewsSection(props: BoardProps): JSX.Element {
  const text = useText();
  const words = text.asks.news;
  const { latest, earlier, list, past, add } = createNews(untrack(() => props));
  return (
    <section class={styles["section"]} aria-labelledby={headingOf("news")}>
      <h2 id={headingOf("news")}>{words.title}</h2>
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
      <Show when={earlier().length > 0}>
        <details class={styles["earlier"]}>
          <summary>{words.earlier}</summary>
          <ul class={styles["list"]} aria-label={words.earlier} ref={(it) => past.ref(it)}>
            <For each={earlier()}>
              {(one, at) => <NewsCard {...props} list={past} news={one} place={at() + 1} />}
            </For>
          </ul>
        </details>
      </Show>
    </section>
  );
}
