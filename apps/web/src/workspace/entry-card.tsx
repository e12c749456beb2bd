import type { EntryId } from "@concord/domain/ids";
import type { Owner } from "@concord/domain/owners";
import { type JSX, Show } from "solid-js";

import styles from "./entry-card.module.css";
import type { EntryList } from "./entry-list.ts";
import { dragLook } from "./grip.tsx";
import { hueOf } from "./owner-mark.tsx";
import type { Owners } from "./owners.ts";

/** One entry of a list, in the hue of whose it is; a settled or resting one steps back. */
export function EntryCard(props: {
  readonly list: EntryList;
  readonly id: EntryId;
  readonly owners: Owners;
  readonly owner: Owner;
  readonly settled?: boolean;
  /** For later, and kept. */
  readonly resting?: boolean;
  /** What it begins, where the list is grouped. */
  readonly heading?: string | null | undefined;
  readonly children: JSX.Element;
}): JSX.Element {
  // One string: Solid would forget a class list whenever the class changes beside it.
  const look = () =>
    [
      styles["card"],
      props.settled ? styles["settled"] : "",
      props.resting ? styles["resting"] : "",
      props.heading ? styles["headed"] : "",
      hueOf(props.owners, props.owner),
      dragLook(props.list, props.id),
    ].join(" ");
  return (
    <li
      class={look()}
      data-entry={props.id}
      data-dragging={props.list.drag.dragged() ? "" : undefined}
    >
      <Show when={props.heading}>
        <h2 class={styles["heading"]}>{props.heading}</h2>
      </Show>
      {props.children}
    </li>
  );
}
