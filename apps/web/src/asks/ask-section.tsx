import Check from "~icons/lucide/check";
import Heart from "~icons/lucide/heart";
import Ear from "~icons/lucide/ear";
import HandHelping from "~icons/lucide/hand-helping";
import Lightbulb from "~icons/lucide/lightbulb";
import Wind from "~icons/lucide/wind";
import { addAsk, endAsk } from "@concord/domain/asks/commands";
import { type AskKind, askKinds, asksIn } from "@concord/domain/asks/schema";
import { type AskView, askViews } from "@concord/domain/asks/view";
import { parseDay } from "@concord/domain/dates";
import { newEntryId } from "@concord/domain/ids";
import { createMapStore } from "@concord/solid-yjs/map-store";
import { createSortedEntries } from "@concord/solid-yjs/sorted";
import { type Component, For, type JSX, Show, createMemo, untrack } from "solid-js";
import { Dynamic } from "solid-js/web";

import { useText } from "../i18n/text.ts";
import { useAnnouncer } from "../workspace/announcer.tsx";
import { dayOf } from "../workspace/coarse-day.ts";
import { createEntryList } from "../workspace/entry-list.ts";
import { AskCard } from "./ask-card.tsx";
import type { BoardProps } from "./asks-board.tsx";
import styles from "./asks.module.css";
import { headingOf } from "./parts.ts";
import { createTelling } from "./tell.ts";
import { askStates, tellAsks } from "./tidings.ts";

const askIcons: Record<AskKind, Component<JSX.SvgSVGAttributes<SVGSVGElement>>> = {
  listen: Ear,
  comfort: Heart,
  ideas: Lightbulb,
  "take-over": HandHelping,
  space: Wind,
};

/** The asks that stand, those of the past, and what can be done with them here. */
function createAsks(board: BoardProps) {
  const words = useText().asks.now;
  const { doc } = board;
  const store = createMapStore(asksIn(doc));
  const asks = createSortedEntries(askViews(() => store));
  // The other's first, the newest first: what is asked of one is what to see at once.
  const open = createSortedEntries(() => {
    const standing = asks()
      .filter((ask) => !ask.done)
      .toReversed();
    const isMine = (ask: AskView) => ask.owner === board.you;
    return [...standing.filter((ask) => !isMine(ask)), ...standing.filter(isMine)];
  });
  const list = createEntryList({
    entries: open,
    nameOf: ({ kind }) => words.own(kind),
    move: () => {},
    remove: (id) => {
      endAsk(doc, id);
      board.part(words.ended);
    },
  });
  const earlier = createMemo(() =>
    asks()
      .filter((ask) => ask.done)
      .toReversed()
      .slice(0, 20),
  );
  createTelling(board, () => askStates(asks()), tellAsks);
  return { open, earlier, list };
}

/** "Right now I need": one press says it, and the other sees it at once. */
export function AskSection(props: BoardProps): JSX.Element {
  const text = useText();
  const words = text.asks.now;
  const { open, earlier, list } = createAsks(untrack(() => props));
  return (
    <section class={styles["section"]} aria-labelledby={headingOf("now")}>
      <h2 id={headingOf("now")}>{words.title}</h2>
      <Show when={!props.readOnly}>
        <Choices {...props} open={open()} />
      </Show>
      <p class={styles["hint"]}>{words.hint}</p>
      <Show when={open().length > 0} fallback={<p class={styles["quiet"]}>{words.none}</p>}>
        <ul class={styles["list"]} aria-label={words.list} ref={(it) => list.ref(it)}>
          <For each={open()}>
            {(ask) => <AskCard {...props} ask={ask} onEnd={() => list.remove(ask.id)} />}
          </For>
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

/** Five presses. One that has been made leads to what can be added to it. */
function Choices(props: BoardProps & { readonly open: readonly AskView[] }): JSX.Element {
  const text = useText();
  const { say } = useAnnouncer();
  const mine = (kind: AskKind) =>
    props.open.find((ask) => ask.kind === kind && ask.owner === props.you);
  const ask = (kind: AskKind) => {
    const known = mine(kind);
    if (known)
      return document.querySelector<HTMLElement>(`[data-entry="${known.id}"] textarea`)?.focus();
    const askedOn = parseDay(dayOf(Date.now()));
    if (!props.you || !askedOn) return;
    addAsk(props.doc, { id: newEntryId(), owner: props.you, kind, askedOn });
    say(text.asks.now.saidAsked(kind));
  };
  return (
    <ul class={styles["choices"]}>
      <For each={askKinds}>
        {(kind) => (
          <li>
            <button
              type="button"
              class={styles["choice"]}
              aria-label={`${text.asks.now.choose(kind)}${mine(kind) ? `, ${text.asks.now.asked}` : ""}`}
              data-asked={mine(kind) ? "" : undefined}
              onClick={() => ask(kind)}
            >
              <Dynamic component={askIcons[kind]} aria-hidden="true" />
              <span class={styles["choiceName"]}>{text.asks.now.kinds[kind].name}</span>
              <span class={styles["choiceMeans"]}>{text.asks.now.kinds[kind].means}</span>
              <Show when={mine(kind)}>
                <span class={styles["asked"]}>
                  <Check aria-hidden="true" />
                  {text.asks.now.asked}
                </span>
              </Show>
            </button>
          </li>
        )}
      </For>
    </ul>
  );
}
