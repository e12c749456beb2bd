import GripVertical from "~icons/lucide/grip-vertical";
import type { EntryId } from "@concord/domain/ids";
import type { JSX } from "solid-js";

import { useText } from "../i18n/text.ts";
import type { EntryList } from "./entry-list.ts";
import styles from "./grip.module.css";

/** What an entry is dragged by. For the pointer alone: keys have Move up and Move down. */
export function Grip(props: { readonly list: EntryList; readonly id: EntryId }): JSX.Element {
  const text = useText();
  return (
    <span
      class={styles["grip"]}
      aria-hidden="true"
      title={text.workspace.drag}
      onPointerDown={(event) => props.list.drag.start(props.id, event)}
    >
      <GripVertical />
    </span>
  );
}

/** How a row looks while something is dragged, as classes. */
export function dragLook(list: EntryList, id: EntryId): string {
  const drop = list.drag.drop();
  const looks = [
    list.drag.dragged() === id ? styles["dragged"] : "",
    drop && "before" in drop && drop.before === id ? styles["before"] : "",
    drop && "after" in drop && drop.after === id ? styles["after"] : "",
  ];
  return [styles["row"], ...looks].join(" ");
}
