import { type JSX, Show } from "solid-js";

import { useText } from "../i18n/text.ts";
import { TodayPage } from "../today/today-page.tsx";
import { Circles } from "../ui/circles.tsx";
import { Contents } from "./contents.tsx";
import { PartnerNames } from "./partner-names.tsx";
import { useSpace } from "./space-context.ts";
import styles from "./space-home.module.css";

/** The first page of the notebook: a partner's day, or what is open to who looks on. */
export function SpaceHome(): JSX.Element {
  const { space } = useSpace();
  return (
    <Show when={space().you.role === "partner"} fallback={<WhatIsOpen />}>
      <TodayPage />
    </Show>
  );
}

/** To somebody who looks on: whose notebook it is, and what they opened in it. */
function WhatIsOpen(): JSX.Element {
  const text = useText();
  const { space } = useSpace();
  return (
    <div class={styles["page"]}>
      <header class={styles["title"]}>
        <Circles size={132} lit="both" />
        <h1>
          <PartnerNames space={space()} />
        </h1>
        <p>{text.spaces.home.leadObserver}</p>
      </header>
      <Contents />
    </div>
  );
}
