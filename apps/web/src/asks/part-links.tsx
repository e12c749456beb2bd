import { For, type JSX } from "solid-js";

import { useText } from "../i18n/text.ts";
import { focusOn } from "../shell/heading.ts";
import styles from "./asks.module.css";
import { headingOf, parts } from "./parts.ts";

/** Leads to each part of the page, by hand and by keyboard. */
export function PartLinks(): JSX.Element {
  const text = useText();
  const go = (event: MouseEvent, id: string) => {
    const heading = document.querySelector<HTMLElement>(`#${id}`);
    if (!heading) return;
    event.preventDefault();
    heading.scrollIntoView({ block: "start" });
    focusOn(heading);
  };
  return (
    <nav aria-label={text.asks.parts} class={styles["parts"]}>
      <For each={parts}>
        {(part) => (
          <a href={`#${headingOf(part)}`} onClick={(event) => go(event, headingOf(part))}>
            {text.asks.part[part]}
          </a>
        )}
      </For>
    </nav>
  );
}
