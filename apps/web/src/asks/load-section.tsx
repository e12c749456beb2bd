import Plus from "~icons/lucide/plus";
import { type Holder, addLoad, moveLoad, removeLoad } from "@concord/domain/asks/load-commands";
import { loadIn } from "@concord/domain/asks/schema";
import { type LoadView, loadViews } from "@concord/domain/asks/view";
import { newEntryId } from "@concord/domain/ids";
import { createMapStore } from "@concord/solid-yjs/map-store";
import { createSortedEntries } from "@concord/solid-yjs/sorted";
import { For, type JSX, Show, createMemo, untrack } from "solid-js";

import { useText } from "../i18n/text.ts";
import { Button } from "../ui/button.tsx";
import { announceNews } from "../workspace/announce-news.ts";
import { type EntryList, createEntryList } from "../workspace/entry-list.ts";
import { firstWords } from "../workspace/first-words.ts";
import { RemovedToast } from "../workspace/removed-toast.tsx";
import type { BoardProps } from "./asks-board.tsx";
import styles from "./asks.module.css";
import { LoadItem } from "./load-item.tsx";

/** The things of the document, and what can be done with them here. */
function createLoad({ doc, document, you }: BoardProps) {
  const text = useText();
  const words = text.asks.load;
  const store = createMapStore(loadIn(doc));
  const load = createSortedEntries(loadViews(() => store));
  const list = createEntryList({
    entries: load,
    nameOf: (item, place) => words.name(firstWords(item.what), place),
    move: (id, place) => moveLoad(doc, id, place),
    remove: (id) => removeLoad(doc, id),
  });
  announceNews(document, loadIn(doc), words.words);
  const add = () => {
    const id = newEntryId();
    list.awaitFocus(id);
    addLoad(doc, { id, holder: you ?? "nobody" });
  };
  const open = createMemo(() => load().filter(({ done }) => !done));
  const finished = createMemo(() => load().filter(({ done }) => done));
  return { list, add, open, finished };
}

/** What there is to carry: by who carries it, and never counted. */
export function LoadSection(props: BoardProps): JSX.Element {
  const text = useText();
  const words = text.asks.load;
  const you = untrack(() => props.you);
  const { list, add, open, finished } = createLoad(untrack(() => props));
  const holders = createMemo<readonly Holder[]>(() => [
    ...props.owners.options().flatMap(({ value }) => (value === "ours" ? [] : [value])),
    "nobody",
  ]);
  const titleOf = (holder: Holder) => {
    if (holder === "nobody") return words.nobodys;
    return holder === you ? words.yours : words.theirs(props.nameOf(holder));
  };
  return (
    <section class={styles["section"]} aria-labelledby="asks-load">
      <h2 id="asks-load">{words.title}</h2>
      <p class={styles["hint"]}>{words.hint}</p>
      <Show when={open().length === 0}>
        <p class={styles["quiet"]}>{words.empty}</p>
      </Show>
      <div class={styles["plates"]} ref={(it) => list.ref(it)}>
        <For each={holders()}>
          {(holder) => (
            <Plate
              {...props}
              list={list}
              title={titleOf(holder)}
              items={open().filter((item) => holderOf(item, holders()) === holder)}
            />
          )}
        </For>
      </div>
      <Show when={!props.readOnly}>
        <div>
          <Button onClick={add}>
            <Plus />
            {words.add}
          </Button>
        </div>
      </Show>
      <Show when={finished().length > 0}>
        <details class={styles["earlier"]}>
          <summary>{words.finished}</summary>
          <Plate {...props} list={list} title={words.finished} items={finished()} />
        </details>
      </Show>
      <RemovedToast list={list} words={words.removed} undo={props.undo} />
    </section>
  );
}

/** What somebody who has left held is nobody's. */
const holderOf = ({ holder }: LoadView, known: readonly Holder[]): Holder =>
  known.includes(holder) ? holder : "nobody";

function Plate(
  props: BoardProps & {
    readonly list: EntryList;
    readonly title: string;
    readonly items: readonly LoadView[];
  },
): JSX.Element {
  return (
    <Show when={props.items.length > 0}>
      <div class={styles["plate"]}>
        <h3>{props.title}</h3>
        <ul class={styles["list"]} aria-label={props.title}>
          <For each={props.items}>{(item) => <LoadItem {...props} item={item} />}</For>
        </ul>
      </div>
    </Show>
  );
}
