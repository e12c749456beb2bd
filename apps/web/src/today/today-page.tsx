import { type JSX, Show } from "solid-js";

import { useText } from "../i18n/text.ts";
import { Contents } from "../spaces/contents.tsx";
import { InviteThem } from "../spaces/invite-them.tsx";
import { PartnerNames } from "../spaces/partner-names.tsx";
import { useSpace } from "../spaces/space-context.ts";
import { Circles } from "../ui/circles.tsx";
import { AnnouncerProvider } from "../workspace/announcer.tsx";
import { createToday } from "./create-today.ts";
import { TodayLists } from "./today-lists.tsx";
import styles from "./today-page.module.css";

/** A partner's first page: what is live or near, and the way to everything else. */
export function TodayPage(): JSX.Element {
  const text = useText();
  const { space } = useSpace();
  const alone = () => space().partners.length < 2;
  const today = createToday();
  return (
    <div class={styles["page"]}>
      <header class={styles["head"]}>
        <Circles size={96} lit={alone() ? "one" : "both"} />
        <h1>
          <PartnerNames space={space()} />
        </h1>
      </header>
      <AnnouncerProvider>
        <TodayLists today={today} />
      </AnnouncerProvider>
      <Show when={today.isQuiet()}>
        <p class={styles["quiet"]}>{alone() ? text.today.quietAlone : text.today.quiet}</p>
      </Show>
      <Show when={alone()}>
        <InviteThem />
      </Show>
      <Contents compact />
    </div>
  );
}
