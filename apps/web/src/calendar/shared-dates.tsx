import { readCalendarWords } from "@concord/domain/calendar/word";
import { calendarSubject } from "@concord/domain/ledger/subjects";
import { type JSX, Show, createMemo } from "solid-js";

import { createAction } from "../api/action.ts";
import { useText } from "../i18n/text.ts";
import { useLedger } from "../ledger/ledger-context.ts";
import { useSpace } from "../spaces/space-context.ts";
import { Button } from "../ui/button.tsx";
import { Trouble } from "../ui/trouble.tsx";
import styles from "./calendar-page.module.css";
import { standingInWords } from "./standing-words.ts";

/** One's word on whether what belongs to both is in both calendars; live, as the other's is. */
export function SharedDates(): JSX.Element {
  const { holds: words } = useText().calendar;
  const { space } = useSpace();
  const { view, known, declare, withdraw } = useLedger();
  const other = () => space().partners.find(({ id }) => id !== space().you.id)?.name ?? null;
  const said = createMemo(() =>
    readCalendarWords(view(), {
      me: space().you.id,
      partners: space().partners.map(({ id }) => id),
    }),
  );
  const saying = createAction(() =>
    declare({ kind: "calendar", subject: calendarSubject, body: {} }),
  );
  const takingBack = createAction(async () => {
    const mine = said().mine;
    return mine ? await withdraw(mine.id) : { ok: true as const, value: null };
  });
  const act = () => void (said().mine ? takingBack : saying).run();
  const label = () => {
    if (said().mine) return words.takeBack;
    return said().theirs ? words.sayToo : words.say;
  };
  return (
    <div class={styles["part"]}>
      <h3>{words.ours}</h3>
      <p>{words.oursText}</p>
      <Show when={known()}>
        <output class={styles["standing"]}>{standingInWords(said(), other(), words)}</output>
        <Trouble words={saying.trouble() ?? takingBack.trouble()} />
        <Show when={other() !== null}>
          <div>
            {/* One button for both, so that the focus stays where it is. */}
            <Button
              kind={said().mine ? "quiet" : "secondary"}
              aria-disabled={saying.busy() || takingBack.busy()}
              onClick={act}
            >
              {label()}
            </Button>
          </div>
        </Show>
      </Show>
    </div>
  );
}
