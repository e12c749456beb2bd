import ArrowRight from "~icons/lucide/arrow-right";
import { A } from "@solidjs/router";
import { For, type JSX } from "solid-js";

import { useText } from "../i18n/text.ts";
import { firstPlaces, type Place, placePath, placesOf } from "./places.ts";
import { useSpace } from "./space-context.ts";
import styles from "./space-home.module.css";

type Further = keyof ReturnType<typeof useText>["shell"]["more"]["text"];

const isFurther = (place: Place): place is Further => !firstPlaces.includes(place);

/** The places that a phone has no room for at its foot. */
export function MorePage(): JSX.Element {
  const text = useText();
  const { space } = useSpace();
  return (
    <div class={styles["page"]}>
      <h1>{text.shell.more.title}</h1>
      <ul class={styles["contents"]}>
        <For each={placesOf(space()).filter(isFurther)}>
          {(place) => (
            <li>
              <A href={placePath(space(), place)} class={styles["chapter"]}>
                <h2>{text.shell.nav[place]}</h2>
                <p>{text.shell.more.text[place]}</p>
                <ArrowRight />
              </A>
            </li>
          )}
        </For>
        <li>
          <A href="/help" class={styles["chapter"]}>
            <h2>{text.shell.help}</h2>
            <p>{text.shell.helpText}</p>
            <ArrowRight />
          </A>
        </li>
      </ul>
    </div>
  );
}
