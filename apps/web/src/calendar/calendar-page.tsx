import { type JSX, Show } from "solid-js";

import { useText } from "../i18n/text.ts";
import { NotFound } from "../shell/not-found.tsx";
import { useSpace } from "../spaces/space-context.ts";
import { FeedAddress } from "./feed-address.tsx";
import styles from "./calendar-page.module.css";
import { SharedDates } from "./shared-dates.tsx";

/** One's own dates for one's own calendar. For partners alone. */
export function CalendarPage(): JSX.Element {
  const text = useText();
  const { space } = useSpace();
  const words = text.calendar;
  return (
    <Show when={space().you.role === "partner"} fallback={<NotFound />}>
      <div class={styles["page"]}>
        <header class={styles["head"]}>
          <h1>{words.title}</h1>
          <p>{words.lead}</p>
        </header>
        <FeedAddress />
        <section class={styles["section"]} aria-labelledby="holds">
          <h2 id="holds">{words.holds.title}</h2>
          <div class={styles["part"]}>
            <h3>{words.holds.own}</h3>
            <p>{words.holds.ownText}</p>
          </div>
          <SharedDates />
        </section>
      </div>
    </Show>
  );
}
