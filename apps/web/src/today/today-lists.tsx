import CalendarDays from "~icons/lucide/calendar-days";
import HandHeart from "~icons/lucide/hand-heart";
import Handshake from "~icons/lucide/handshake";
import { type Awaited, lineOf } from "@concord/domain/today/awaiting";
import type { DuePromise } from "@concord/domain/today/due";
import type { NearDate } from "@concord/domain/today/near";
import type { Day } from "@concord/domain/dates";
import { type JSX, createEffect, on } from "solid-js";

import { useLanguage, useText } from "../i18n/text.ts";
import { dayInWords } from "../i18n/times.ts";
import { useSpace } from "../spaces/space-context.ts";
import { useAnnouncer } from "../workspace/announcer.tsx";
import { dayOf } from "../workspace/coarse-day.ts";
import { firstWords } from "../workspace/first-words.ts";
import type { Today } from "./create-today.ts";
import { pageOfRoom } from "./page-of-room.ts";
import { TodayList } from "./today-list.tsx";

/** Each list is there only while there is something in it. */
export function TodayLists(props: { readonly today: Today }): JSX.Element {
  return (
    <>
      <Awaiting awaiting={props.today.awaiting()} />
      <Promises promises={props.today.promises()} />
      <Dates dates={props.today.dates()} />
    </>
  );
}

function Awaiting(props: { readonly awaiting: readonly Awaited[] }): JSX.Element {
  const { awaiting: words } = useText().today;
  const { space } = useSpace();
  const { say } = useAnnouncer();
  const other = () => space().partners.find(({ id }) => id !== space().you.id)?.name ?? "";
  createEffect(
    on(
      () => props.awaiting,
      (now, before = []) => {
        const known = new Set(before.map(({ subject }) => subject));
        for (const each of now)
          if (!known.has(each.subject)) say(words.said(other(), firstWords(lineOf(each))));
      },
      { defer: true },
    ),
  );
  return (
    <TodayList
      title={words.title}
      icon={Handshake}
      items={props.awaiting}
      href={({ room }) => pageOfRoom(space().id, room)}
      words={lineOf}
      note={({ again }) => (again ? words.again : words.agreed)(other())}
    />
  );
}

/** One's own alone, and worded so that saying early that one can't is as good as keeping it. */
function Promises(props: { readonly promises: readonly DuePromise[] }): JSX.Element {
  const { promises: words } = useText().today;
  const { space } = useSpace();
  const note = ({ body }: DuePromise) =>
    [body.cue ? words.cue(body.cue) : "", body.due === dayOf(Date.now()) ? words.today : words.come]
      .filter((part) => part !== "")
      .join(" · ");
  return (
    <TodayList
      title={words.title}
      icon={HandHeart}
      items={props.promises}
      href={() => `/space/${space().id}/promises`}
      words={({ body }) => body.action}
      note={note}
    />
  );
}

function Dates(props: { readonly dates: readonly NearDate[] }): JSX.Element {
  const { dates: words } = useText().today;
  const { locale } = useLanguage();
  const { space } = useSpace();
  const day = (on: Day) => dayInWords(new Date(`${on}T12:00:00`).getTime(), Date.now(), locale);
  const sentence = ({ sort, words: written }: NearDate) => {
    if (sort === "check-in") return words.checkIn;
    if (sort === "step") return written || words.step;
    return written ? words.review(written) : words.reviewOfOne;
  };
  return (
    <TodayList
      title={words.title}
      icon={CalendarDays}
      items={props.dates}
      href={({ room }) => pageOfRoom(space().id, room)}
      words={sentence}
      note={({ next }) => day(next)}
    />
  );
}
