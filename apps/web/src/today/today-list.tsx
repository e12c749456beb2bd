import ArrowRight from "~icons/lucide/arrow-right";
import { A } from "@solidjs/router";
import { type Component, For, type JSX, Show, createUniqueId } from "solid-js";
import { Dynamic } from "solid-js/web";

import styles from "./today-page.module.css";

interface ListProps<Item> {
  readonly title: string;
  readonly icon: Component<JSX.SvgSVGAttributes<SVGSVGElement>>;
  readonly items: readonly Item[];
  readonly idOf: (item: Item) => string;
  readonly href: (item: Item) => string;
  readonly words: (item: Item) => string;
  readonly note: (item: Item) => string;
}

/** Some things of one sort, each with the page that it is on. Nothing where there are none. */
export function TodayList<Item>(props: ListProps<Item>): JSX.Element {
  const id = createUniqueId();
  return (
    <Show when={props.items.length > 0}>
      <section class={styles["section"]} aria-labelledby={id}>
        <h2 id={id}>
          <Dynamic component={props.icon} aria-hidden="true" />
          {props.title}
        </h2>
        <ul class={styles["list"]} aria-labelledby={id}>
          {/* By id: whoever stands on a row stays there when the list is read anew. */}
          <For each={props.items.map(props.idOf)}>{(id) => <Row {...props} id={id} />}</For>
        </ul>
      </section>
    </Show>
  );
}

function Row<Item>(props: ListProps<Item> & { readonly id: string }): JSX.Element {
  const item = () => props.items.find((each) => props.idOf(each) === props.id);
  const say = (inWords: (item: Item) => string) => {
    const found = item();
    return found === undefined ? "" : inWords(found);
  };
  return (
    <li>
      <A href={say(props.href)} class={styles["row"] ?? ""}>
        <span class={styles["words"]}>{say(props.words)}</span>
        <Show when={say(props.note)}>{(note) => <span class={styles["note"]}>{note()}</span>}</Show>
        <ArrowRight aria-hidden="true" />
      </A>
    </li>
  );
}
