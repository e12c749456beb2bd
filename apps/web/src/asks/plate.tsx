import Plus from "~icons/lucide/plus";
import { type Holder, addLoad } from "@concord/domain/asks/load-commands";
import { newEntryId } from "@concord/domain/ids";
import { For, type JSX, Show } from "solid-js";

import { useText } from "../i18n/text.ts";
import { Button } from "../ui/button.tsx";
import type { BoardProps } from "./asks-board.tsx";
import styles from "./asks.module.css";
import { type PlateOf, plateHeading } from "./create-plate.ts";
import { LoadItem } from "./load-item.tsx";

/** What one of the two has on their plate, what is nobody's yet, or what is done. */
export function Plate(props: BoardProps & { readonly plate: PlateOf }): JSX.Element {
  return (
    <Show when={props.plate.things().length > 0}>
      <div class={styles["plate"]}>
        <Show when={!props.plate.done}>
          <h3 id={plateHeading(props.plate.holder)}>{props.plate.title()}</h3>
        </Show>
        <ul
          class={styles["list"]}
          aria-label={props.plate.title()}
          ref={(it) => props.plate.list.ref(it)}
        >
          <For each={props.plate.things()}>
            {(item, at) => <LoadItem {...props} item={item} place={at() + 1} />}
          </For>
        </ul>
      </div>
    </Show>
  );
}

/** One writes down what is one's own or nobody's: nothing is put on the other's plate. */
export function AddToPlate(props: BoardProps): JSX.Element {
  const words = useText().asks.load;
  const add = (holder: Holder | null) => {
    if (!holder) return;
    const id = newEntryId();
    addLoad(props.doc, { id, holder });
    document.querySelector<HTMLElement>(`[data-entry="${id}"] textarea`)?.focus();
  };
  return (
    <Show when={!props.readOnly}>
      <div class={styles["actions"]}>
        <Button onClick={() => add(props.you)}>
          <Plus />
          {words.add}
        </Button>
        <Button kind="quiet" onClick={() => add("nobody")}>
          <Plus />
          {words.addNobodys}
        </Button>
      </div>
    </Show>
  );
}
