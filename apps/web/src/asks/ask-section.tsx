import Heart from "~icons/lucide/heart";
import Ear from "~icons/lucide/ear";
import HandHelping from "~icons/lucide/hand-helping";
import Lightbulb from "~icons/lucide/lightbulb";
import Wind from "~icons/lucide/wind";
import { addAsk } from "@concord/domain/asks/commands";
import { type AskKind, askKinds, asksIn } from "@concord/domain/asks/schema";
import { askViews } from "@concord/domain/asks/view";
import { parseDay } from "@concord/domain/dates";
import { newEntryId } from "@concord/domain/ids";
import { createMapStore } from "@concord/solid-yjs/map-store";
import { createSortedEntries } from "@concord/solid-yjs/sorted";
import { type Component, For, type JSX, Show, createMemo, untrack } from "solid-js";
import { Dynamic } from "solid-js/web";

import { useText } from "../i18n/text.ts";
import { dayOf } from "../workspace/coarse-day.ts";
import { announceAsks } from "./announce-asks.ts";
import { AskCard } from "./ask-card.tsx";
import type { BoardProps } from "./asks-board.tsx";
import styles from "./asks.module.css";

const askIcons: Record<AskKind, Component<JSX.SvgSVGAttributes<SVGSVGElement>>> = {
  listen: Ear,
  comfort: Heart,
  ideas: Lightbulb,
  "take-over": HandHelping,
  space: Wind,
};

/** "Right now I need": one press says it, and the other sees it at once. */
export function AskSection(props: BoardProps): JSX.Element {
  const text = useText();
  const words = text.asks.now;
  const { doc } = untrack(() => props);
  const store = createMapStore(asksIn(doc));
  const asks = createSortedEntries(askViews(() => store));
  const open = createMemo(() => asks().filter((ask) => !ask.done));
  const earlier = createMemo(() =>
    asks()
      .filter((ask) => ask.done)
      .toReversed()
      .slice(0, 20),
  );
  announceAsks(
    untrack(() => props),
    asks,
  );
  return (
    <section class={styles["section"]} aria-labelledby="asks-now">
      <h2 id="asks-now">{words.title}</h2>
      <Show when={!props.readOnly}>
        <Choices {...props} />
      </Show>
      <p class={styles["hint"]}>{words.hint}</p>
      <Show when={open().length > 0} fallback={<p class={styles["quiet"]}>{words.none}</p>}>
        <ul class={styles["list"]} aria-label={words.list}>
          <For each={open()}>{(ask) => <AskCard {...props} ask={ask} />}</For>
        </ul>
      </Show>
      <Show when={earlier().length > 0}>
        <details class={styles["earlier"]}>
          <summary>{words.earlier}</summary>
          <ul class={styles["list"]} aria-label={words.earlier}>
            <For each={earlier()}>{(ask) => <AskCard {...props} ask={ask} />}</For>
          </ul>
        </details>
      </Show>
    </section>
  );
}

function Choices(props: BoardProps): JSX.Element {
  const text = useText();
  const ask = (kind: AskKind) => {
    const askedOn = parseDay(dayOf(Date.now()));
    if (props.you && askedOn)
      addAsk(props.doc, { id: newEntryId(), owner: props.you, kind, askedOn });
  };
  return (
    <ul class={styles["choices"]}>
      <For each={askKinds}>
        {(kind) => (
          <li>
            <button
              type="button"
              class={styles["choice"]}
              aria-label={text.asks.now.choose(kind)}
              onClick={() => ask(kind)}
            >
              <Dynamic component={askIcons[kind]} aria-hidden="true" />
              <span class={styles["choiceName"]}>{text.asks.now.kinds[kind].name}</span>
              <span class={styles["choiceMeans"]}>{text.asks.now.kinds[kind].means}</span>
            </button>
          </li>
        )}
      </For>
    </ul>
  );
}
