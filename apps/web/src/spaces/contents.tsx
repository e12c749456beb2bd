import type { RoomPath } from "@concord/domain/rooms";
import type { Space } from "@concord/domain/spaces/schema";
import ArrowRight from "~icons/lucide/arrow-right";
import { A } from "@solidjs/router";
import { For, type JSX } from "solid-js";

import { useText } from "../i18n/text.ts";
import { roomInWords } from "../observers/room-names.ts";
import { placePath, placesOf } from "./places.ts";
import { useSpace } from "./space-context.ts";
import styles from "./space-home.module.css";

/** The chapters of the notebook that are open to whoever looks. */
export function Contents(props: { readonly compact?: boolean }): JSX.Element {
  const text = useText();
  const { space } = useSpace();
  const chapters = () =>
    placesOf(space()).flatMap((place) =>
      place === "needs" || place === "goals" || place === "agreements" ? [place] : [],
    );
  return (
    <ul class={`${styles["contents"]} ${props.compact ? styles["compact"] : ""}`}>
      <For each={chapters()}>
        {(place) => (
          <li>
            <A href={placePath(space(), place)} class={styles["chapter"]}>
              <h2>{text.spaces.home[place].title}</h2>
              <p>{text.spaces.home[place].text}</p>
              <ArrowRight />
            </A>
          </li>
        )}
      </For>
      <For each={singleAgreements(space())}>
        {(room) => (
          <li>
            <A
              href={`/space/${space().id}/agreements/${room.slice("agreement/".length)}`}
              class={styles["chapter"]}
            >
              <h2>{roomInWords(room, text)}</h2>
            </A>
          </li>
        )}
      </For>
    </ul>
  );
}

/** Agreements open to an observer who doesn't see the list that would lead to them. */
function singleAgreements(space: Space): readonly RoomPath[] {
  if (space.you.role === "partner" || space.you.rooms.includes("agreements")) return [];
  return space.you.rooms.filter((room) => room.startsWith("agreement/"));
}
