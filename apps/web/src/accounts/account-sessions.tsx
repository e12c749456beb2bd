import type { OwnSession } from "@concord/domain/accounts/account";
import { For, type JSX, Show, createEffect, createResource, createSignal, on } from "solid-js";

import { createAction } from "../api/action.ts";
import { useLanguage, useText } from "../i18n/text.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/surface.tsx";
import { Trouble } from "../ui/trouble.tsx";
import { coarseDay } from "../workspace/coarse-day.ts";
import { endOtherSessions, endSession, fetchSessions } from "./account-api.ts";
import type { AccountPart } from "./account-page.tsx";
import styles from "./account-page.module.css";

export function SessionsPart(props: AccountPart): JSX.Element {
  const text = useText();
  const words = text.account.sessions;
  const [answer, { refetch }] = createResource(fetchSessions);
  createEffect(
    on(
      () => props.account,
      () => void refetch(),
      { defer: true },
    ),
  );
  const [said, setSaid] = createSignal("");
  const sessions = () => {
    const now = answer.latest;
    return now?.ok ? now.value.sessions : [];
  };
  const others = () => sessions().filter(({ isThis }) => !isThis);
  let ending: () => ReturnType<typeof endSession> = endOtherSessions;
  const act = createAction(() => ending());
  const end = async (how: typeof ending) => {
    setSaid("");
    ending = how;
    if (!(await act.run())) return;
    await refetch();
    setSaid(words.ended);
    props.changed();
  };
  return (
    <section class={styles["part"]} aria-labelledby="sessions">
      <h2 id="sessions">{words.title}</h2>
      <Card class={styles["card"] ?? ""}>
        <p class={styles["soft"]}>{words.text}</p>
        <ul class={styles["list"]} aria-label={words.list}>
          <For each={sessions()}>
            {(session, at) => (
              <OneSession
                session={session}
                number={at() + 1}
                onEnd={() => void end(() => endSession(session.id))}
              />
            )}
          </For>
        </ul>
        <Trouble words={act.trouble()} />
        <Show when={others().length > 0} fallback={<p class={styles["soft"]}>{words.only}</p>}>
          <div class={styles["buttons"]}>
            <Button onClick={() => void end(endOtherSessions)}>{words.endAll}</Button>
          </div>
        </Show>
        <output class={styles["said"]}>{said()}</output>
      </Card>
    </section>
  );
}

function OneSession(props: {
  readonly session: OwnSession;
  readonly number: number;
  readonly onEnd: () => void;
}): JSX.Element {
  const { locale, text } = useLanguage();
  const words = text.account.sessions;
  const coarse = (day: string) => coarseDay(day, Date.now(), locale, words);
  return (
    <li class={styles["item"]}>
      <div>
        <span class={styles["name"]}>{props.session.isThis ? words.here : words.elsewhere}</span>
        <span class={styles["when"]}>
          {words.used(coarse(props.session.since), coarse(props.session.lastUsed))}
        </span>
      </div>
      <Show when={!props.session.isThis}>
        <Button aria-label={words.endLabel(props.number)} onClick={() => props.onEnd()}>
          {words.end}
        </Button>
      </Show>
    </li>
  );
}
