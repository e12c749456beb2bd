import Check from "~icons/lucide/check";
import { canTake, loadText, offerLoad } from "@concord/domain/asks/load-commands";
import type { LoadView } from "@concord/domain/asks/view";
import { type JSX, Match, Show, Switch } from "solid-js";

import { useText } from "../i18n/text.ts";
import { Button } from "../ui/button.tsx";
import { EntryMenu } from "../workspace/entry-menu.tsx";
import { Grip, dragLook } from "../workspace/grip.tsx";
import { hueOf } from "../workspace/owner-mark.tsx";
import { SharedText } from "../workspace/shared-text.tsx";
import type { BoardProps } from "./asks-board.tsx";
import styles from "./asks.module.css";
import type { PlateOf } from "./create-plate.ts";

interface ItemProps extends BoardProps {
  readonly plate: PlateOf;
  readonly item: LoadView;
  /** Counts from 1. */
  readonly place: number;
}

/** One thing to carry; its holder changes only by whoever takes it. */
export function LoadItem(props: ItemProps): JSX.Element {
  const text = useText();
  const words = text.asks.load;
  const name = () => props.plate.list.nameOf(props.item.id);
  /** What is on the other's plate is theirs to word, tick off and take away. */
  const isOpen = () =>
    !props.readOnly && (props.item.holder === props.you || props.plate.holder === "nobody");

  const hue = () =>
    hueOf(props.owners, props.item.holder === "nobody" ? "ours" : props.item.holder);
  return (
    <li
      class={`${styles["card"]} ${hue()} ${dragLook(props.plate.list, props.item.id)}`}
      data-entry={props.item.id}
    >
      <div class={styles["row"]}>
        <SharedText
          doc={props.doc}
          undo={props.undo}
          readOnly={!isOpen()}
          text={() => loadText(props.doc, props.item.id)}
          look="small"
          value={props.item.what}
          label={words.what(props.place, props.plate.title())}
          placeholder={words.placeholder}
        />
        <Show when={isOpen()}>
          <Button
            kind="quiet"
            icon
            aria-pressed={props.item.done}
            aria-label={words.markDone(name())}
            onClick={() => props.plate.setDone(props.item.id, !props.item.done)}
          >
            <Check />
          </Button>
          <EntryMenu list={props.plate.list} id={props.item.id} />
          <Grip list={props.plate.list} id={props.item.id} />
        </Show>
      </div>
      <Show when={!props.readOnly && !props.item.done}>
        <Passing {...props} name={name()} />
      </Show>
    </li>
  );
}

/** Handing over, and taking on. */
function Passing(props: ItemProps & { readonly name: string }): JSX.Element {
  const text = useText();
  const words = text.asks.load;
  const isMine = () => props.item.holder === props.you;
  const isOffered = () => props.item.wanted === "hand-over" && props.plate.holder !== "nobody";
  const isFree = () => props.you !== null && canTake(props.item, props.you, props.partners());
  const offer = (wanted: "keep" | "hand-over") => offerLoad(props.doc, props.item.id, wanted);
  return (
    <>
      <Show when={isOffered()}>
        <p class={styles["answered"]}>
          {isMine()
            ? words.offeredByYou
            : words.offered(
                props.nameOf(props.item.holder === "nobody" ? null : props.item.holder),
              )}
        </p>
      </Show>
      <div class={styles["actions"]}>
        <Switch>
          <Match when={isMine()}>
            <Show when={props.other()}>
              {/* One button in both states, so that the focus stays on it. */}
              <Button
                aria-label={isOffered() ? words.keepOf(props.name) : words.offerOf(props.name)}
                onClick={() => offer(isOffered() ? "keep" : "hand-over")}
              >
                {isOffered() ? words.keep : words.offer}
              </Button>
            </Show>
            <Button
              kind="quiet"
              aria-label={words.putDownOf(props.name)}
              onClick={() => props.plate.putDown(props.item.id)}
            >
              {words.putDown}
            </Button>
          </Match>
          <Match when={isFree()}>
            <Button
              aria-label={words.takeOf(props.name)}
              onClick={() => props.plate.take(props.item.id)}
            >
              {words.take}
            </Button>
          </Match>
        </Switch>
      </div>
    </>
  );
}
