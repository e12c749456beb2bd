import ArrowRight from "~icons/lucide/arrow-right";
import { A } from "@solidjs/router";
import { type Component, For, type JSX, Show, createUniqueId } from "solid-js";
import { Dynamic } from "solid-js/web";

import styles from "./today-page.module.css";

/** Some things of one sort, each with the page that it is on. Nothing where there are none. */
export function TodayList<Item>(props: {
  readonly title: string;
  readonly icon: Component<JSX.SvgSVGAttributes<SVGSVGElement>>;
  readonly items: readonly Item[];
  readonly href: (item: Item) => string;
  readonly words: (item: Item) => string;
  readonly note: (item: Item) => string;
}): JSX.Element {
  const id = createUniqueId();
  return (
    <Show when={props.items.length > 0}>
      <section class={styles["section"]} aria-labelledby={id}>
        <h2 id={id}>
          <Dynamic component={props.icon} aria-hidden="true" />
          {props.title}
        </h2>
        <ul class={styles["list"]} aria-labelledby={id}>
          <For each={props.items}>
            {(item) => (
              <li>
                <A href={props.href(item)} class={styles["row"] ?? ""}>
                  <span class={styles["words"]}>{props.words(item)}</span>
                  <span class={styles["note"]}>{props.note(item)}</span>
                  <ArrowRight aria-hidden="true" />
                </A>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}
