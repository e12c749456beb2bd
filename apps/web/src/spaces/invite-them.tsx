import { type JSX, Match, Switch } from "solid-js";

import { useLanguage, useText } from "../i18n/text.ts";
import { dayInWords } from "../i18n/times.ts";
import { ButtonLink } from "../ui/button.tsx";
import { useSpace } from "./space-context.ts";
import styles from "./space-home.module.css";

/** To one who is alone here so far: the way to invite their partner. */
export function InviteThem(): JSX.Element {
  const text = useText();
  const { locale } = useLanguage();
  const { space } = useSpace();
  const words = text.spaces.home;
  return (
    <section class={styles["invite"]}>
      <h2>{words.aloneTitle}</h2>
      <Switch>
        <Match when={space().invitedUntil}>
          {(until) => <p>{words.invitedText(dayInWords(until(), Date.now(), locale))}</p>}
        </Match>
        <Match when={true}>
          <p>{words.aloneText}</p>
        </Match>
      </Switch>
      <ButtonLink href={`/space/${space().id}/people`} kind="primary">
        {words.inviteAction}
      </ButtonLink>
    </section>
  );
}
