import { For, type JSX, Show } from "solid-js";

import { useText } from "../i18n/text.ts";
import { WhoCanLookOn } from "../observers/who-can-look-on.tsx";
import { NotFound } from "../shell/not-found.tsx";
import { LeaveSpace } from "./leave-space.tsx";
import { InvitePartner } from "./invite-partner.tsx";
import styles from "./people-page.module.css";
import { PersonMark, PersonName } from "./person-name.tsx";
import { useSpace } from "./space-context.ts";

/** Who is in this space, and who can look on. For the two partners alone. */
export function PeoplePage(): JSX.Element {
  const text = useText();
  const { space } = useSpace();
  const words = text.spaces.people;
  return (
    <Show when={space().you.role === "partner"} fallback={<NotFound />}>
      <div class={styles["page"]}>
        <h1>{words.title}</h1>
        <section class={styles["section"]} aria-labelledby="partners">
          <h2 id="partners">{words.partners}</h2>
          <ul class={styles["partners"]}>
            <For each={space().partners.toSorted((a, b) => a.seat - b.seat)}>
              {(partner) => (
                <li class={styles["partner"]}>
                  <PersonMark name={partner.name} seat={partner.seat} />
                  <PersonName name={partner.name} seat={partner.seat} />
                  <Show when={partner.id === space().you.id}>
                    <span class={styles["you"]}>({words.you})</span>
                  </Show>
                </li>
              )}
            </For>
          </ul>
          <Show when={space().partners.length < 2}>
            <InvitePartner />
          </Show>
        </section>
        <Show when={!space().closed}>
          <WhoCanLookOn />
        </Show>
        <LeaveSpace />
      </div>
    </Show>
  );
}
