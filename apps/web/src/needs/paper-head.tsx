import { type JSX, Show, createSignal, onCleanup, onMount } from "solid-js";

import { useLanguage, useText } from "../i18n/text.ts";
import { dayInFull } from "../ledger/day-in-full.ts";
import { useSpace } from "../spaces/space-context.ts";
import type { Choice } from "./choice.ts";
import type { Group } from "./arrange.ts";
import styles from "./needs.module.css";

const today = (): string => new Intl.DateTimeFormat("sv-SE").format(new Date());

/** On paper alone: whose list it is, of which day, and whether it is all of it. */
export function PaperHead(props: {
  readonly choice: Choice;
  readonly nameOfGroup: (group: Group) => string;
}): JSX.Element {
  const text = useText();
  const { locale } = useLanguage();
  const { space } = useSpace();
  const [day, setDay] = createSignal(today());
  const follow = () => setDay(today());
  onMount(() => window.addEventListener("beforeprint", follow));
  onCleanup(() => window.removeEventListener("beforeprint", follow));
  const names = () =>
    space()
      .partners.toSorted((a, b) => a.seat - b.seat)
      .map(({ name }) => name);
  const parts = () => {
    const { whose, kind, status } = props.choice;
    return [whose, kind, status].flatMap((part) =>
      part === "all" ? [] : [props.nameOfGroup(part)],
    );
  };
  return (
    <div class={styles["paper"]}>
      <p>{text.needs.paper(names(), dayInFull(day(), locale))}</p>
      <Show when={parts().length > 0}>
        <p>{text.needs.view.only(parts())}</p>
      </Show>
    </div>
  );
}
