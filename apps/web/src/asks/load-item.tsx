import Check from "~icons/lucide/check";
import {
  loadText,
  offerLoad,
  putDownLoad,
  setLoadDone,
  takeLoad,
} from "@concord/domain/asks/load-commands";
import type { LoadView } from "@concord/domain/asks/view";
import { type JSX, Match, Show, Switch } from "solid-js";

import { useText } from "../i18n/text.ts";
import { Button } from "../ui/button.tsx";
import type { EntryList } from "../workspace/entry-list.ts";
import { EntryMenu } from "../workspace/entry-menu.tsx";
import { hueOf } from "../workspace/owner-mark.tsx";
import { SharedText } from "../workspace/shared-text.tsx";
import type { BoardProps } from "./asks-board.tsx";
import styles from "./asks.module.css";

interface ItemProps extends BoardProps {
  readonly list: EntryList;
  readonly item: LoadView;
}

/** One thing to carry; its holder changes only by whoever takes it. */
export function LoadItem(props: ItemProps): JSX.Element {
  const text = useText();
  const words = text.asks.load;
  const name = () => props.list.nameOf(props.item.id);
  const hue = () =>
    hueOf(props.owners, props.item.holder === "nobody" ? "ours" : props.item.holder);
  return (
    <li class={`${styles["card"]} ${hue()}`} data-entry={props.item.id}>
      <div class={styles["row"]}>
        <SharedText
          doc={props.doc}
          undo={props.undo}
          readOnly={props.readOnly}
          text={() => loadText(props.doc, props.item.id)}
          look="small"
          value={props.item.what}
          label={name()}
          placeholder={words.placeholder}
          autofocus={props.list.takeFocus(props.item.id)}
        />
        <Show when={!props.readOnly}>
          <Button
            kind="quiet"
            icon
            aria-pressed={props.item.done}
            aria-label={words.markDone(name())}
            onClick={() => setLoadDone(props.doc, props.item.id, !props.item.done)}
          >
            <Check />
          </Button>
          <EntryMenu list={props.list} id={props.item.id} />
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
  const isOffered = () => props.item.wanted === "hand-over" && props.item.holder !== "nobody";
  const take = () => props.you && takeLoad(props.doc, props.item.id, props.you);
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
            <Show
              when={isOffered()}
              fallback={
                <Button aria-label={words.offerOf(props.name)} onClick={() => offer("hand-over")}>
                  {words.offer}
                </Button>
              }
            >
              <Button aria-label={words.keepOf(props.name)} onClick={() => offer("keep")}>
                {words.keep}
              </Button>
            </Show>
            <Button
              kind="quiet"
              aria-label={words.putDownOf(props.name)}
              onClick={() => putDownLoad(props.doc, props.item.id)}
            >
              {words.putDown}
            </Button>
          </Match>
          <Match when={isOffered() || props.item.holder === "nobody"}>
            <Button aria-label={words.takeOf(props.name)} onClick={take}>
              {words.take}
            </Button>
          </Match>
        </Switch>
      </div>
    </>
  );
}
