import type { Holder } from "@concord/domain/asks/load-commands";
import { loadIn } from "@concord/domain/asks/schema";
import { loadViews } from "@concord/domain/asks/view";
import { createMapStore } from "@concord/solid-yjs/map-store";
import { createSortedEntries } from "@concord/solid-yjs/sorted";
import { For, type JSX, Show, createMemo, untrack } from "solid-js";

import { useText } from "../i18n/text.ts";
import { announceNews } from "../workspace/announce-news.ts";
import type { BoardProps } from "./asks-board.tsx";
import styles from "./asks.module.css";
import { createPlate } from "./create-plate.ts";
import { headingOf } from "./parts.ts";
import { AddToPlate, Plate } from "./plate.tsx";
import { createTelling } from "./tell.ts";
import { loadStates, tellLoad } from "./tidings.ts";

/** What there is to carry: by who carries it, one below the other, and never counted. */
export function LoadSection(props: BoardProps): JSX.Element {
  const text = useText();
  const words = text.asks.load;
  const board = untrack(() => props);
  const store = createMapStore(loadIn(board.doc));
  const load = createSortedEntries(loadViews(() => store));
  announceNews(board.document, loadIn(board.doc), words.words);
  createTelling(board, () => loadStates(load()), tellLoad);
  const holders = createMemo<readonly Holder[]>(
    () => {
      const [you, all] = [board.you, board.partners()];
      const others = all.filter((partner) => partner !== you);
      return [...all.filter((partner) => partner === you), ...others, "nobody"];
    },
    [],
    { equals: (before, now) => before.join() === now.join() },
  );
  const finished = createPlate(board, load, { holder: "nobody", done: true });
  const isEmpty = () => load().every(({ done }) => done);
  return (
    <section class={styles["section"]} aria-labelledby={headingOf("load")}>
      <h2 id={headingOf("load")}>{words.title}</h2>
      <p class={styles["hint"]}>{words.hint}</p>
      <Show when={isEmpty()}>
        <p class={styles["quiet"]}>{words.empty}</p>
      </Show>
      <div class={styles["plates"]}>
        <For each={holders()}>
          {(holder) => {
            // Made once: as a property it would be made at each reading.
            const plate = createPlate(board, load, { holder, done: false });
            return <Plate {...board} plate={plate} />;
          }}
        </For>
      </div>
      <AddToPlate {...board} />
      <Show when={finished.things().length > 0}>
        <details class={styles["earlier"]}>
          <summary>{words.finished}</summary>
          <Plate {...board} plate={finished} />
        </details>
      </Show>
    </section>
  );
}
