import CalendarDays from "~icons/lucide/calendar-days";
import Ear from "~icons/lucide/ear";
import HandHeart from "~icons/lucide/hand-heart";
import Handshake from "~icons/lucide/handshake";
import MessagesSquare from "~icons/lucide/messages-square";
import type { CheckIn } from "@concord/domain/check-ins/schema";
import type { PromiseView } from "@concord/domain/promises/view";
import type { OpenAsk } from "@concord/domain/today/asks";
import { type Awaited, lineOf } from "@concord/domain/today/awaiting";
import type { NearDate } from "@concord/domain/today/near";
import type { Day } from "@concord/domain/dates";
import type { PersonId } from "@concord/domain/ids";
import type { Space } from "@concord/domain/spaces/schema";
import type { JSX } from "solid-js";

import { useLanguage, useText } from "../i18n/text.ts";
import { dayInWords } from "../i18n/times.ts";
import { useSpace } from "../spaces/space-context.ts";
import { useAnnouncer } from "../workspace/announcer.tsx";
import { dayOf } from "../workspace/coarse-day.ts";
import { firstWords } from "../workspace/first-words.ts";
import { createNews } from "./create-news.ts";
import type { Today } from "./create-today.ts";
import { pageOfRoom } from "./page-of-room.ts";
import { TodayList } from "./today-list.tsx";

/** Each list is there only while there is something in it. */
export function TodayLists(props: { readonly today: Today }): JSX.Element {
  return (
    <>
      <Asks asks={props.today.asks()} settled={props.today.settled()} />
      <Awaiting awaiting={props.today.awaiting()} settled={props.today.settled()} />
      <Promises promises={props.today.promises()} />
      <CheckIns checkIns={props.today.checkIns()} />
      <Dates dates={props.today.dates()} />
    </>
  );
}

function Asks(props: {
  readonly asks: readonly OpenAsk[];
  readonly settled: boolean;
}): JSX.Element {
  const text = useText();
  const words = text.today.asks;
  const { space } = useSpace();
  const isMine = ({ owner }: OpenAsk) => owner === space().you.id;
  const sentence = (ask: OpenAsk) =>
    isMine(ask) ? words.mine[ask.kind] : words.theirs[ask.kind](nameIn(space(), ask.owner));
  const other = () => space().partners.find(({ id }) => id !== space().you.id)?.name ?? "";
  const answer = (ask: OpenAsk) =>
    ask.answer === null
      ? ""
      : text.asks.now.answered(isMine(ask) ? other() : text.ledger.you, ask.answer, ask.kind);
  const { say } = useAnnouncer();
  const theirs = () => props.asks.filter((ask) => !isMine(ask));
  createNews({ items: theirs, settled: () => props.settled, idOf: ({ id }) => id }, (ask) =>
    say(sentence(ask)),
  );
  return (
    <TodayList
      title={words.title}
      icon={Ear}
      items={props.asks}
      idOf={({ id }) => id}
      href={() => `/space/${space().id}/asks`}
      words={sentence}
      note={(ask) => [ask.note, answer(ask)].filter((part) => part !== "").join(" · ")}
    />
  );
}

const nameIn = (space: Space, person: PersonId): string =>
  space.partners.find(({ id }) => id === person)?.name ?? "";

function Awaiting(props: {
  readonly awaiting: readonly Awaited[];
  readonly settled: boolean;
}): JSX.Element {
  const { awaiting: words } = useText().today;
  const { space } = useSpace();
  const other = () => space().partners.find(({ id }) => id !== space().you.id)?.name ?? "";
  const { say } = useAnnouncer();
  createNews(
    {
      items: () => props.awaiting,
      settled: () => props.settled,
      idOf: ({ subject }) => subject,
    },
    (each) => say(words.said(other(), firstWords(lineOf(each)))),
  );
  return (
    <TodayList
      title={words.title}
      icon={Handshake}
      items={props.awaiting}
      idOf={({ subject }) => subject}
      href={({ room }) => pageOfRoom(space().id, room)}
      words={lineOf}
      note={({ again }) => (again ? words.again : words.agreed)(other())}
    />
  );
}

function CheckIns(props: { readonly checkIns: readonly CheckIn[] }): JSX.Element {
  const { checkIn: words } = useText().today;
  const { space } = useSpace();
  return (
    <TodayList
      title={words.title}
      icon={MessagesSquare}
      items={props.checkIns}
      idOf={({ id }) => id}
      href={({ id }) => `/space/${space().id}/check-ins/${id}`}
      words={() => words.open}
      note={({ answered }) => (answered ? words.written : words.write)}
    />
  );
}

/** One's own alone, and worded so that saying early that one can't is as good as keeping it. */
function Promises(props: { readonly promises: readonly PromiseView[] }): JSX.Element {
  const { promises: words } = useText().today;
  const { space } = useSpace();
  const note = ({ cue, due }: PromiseView) =>
    [cue ? words.cue(cue) : "", due === dayOf(Date.now()) ? words.today : words.come]
      .filter((part) => part !== "")
      .join(" · ");
  return (
    <TodayList
      title={words.title}
      icon={HandHeart}
      items={props.promises}
      idOf={({ id }) => id}
      href={() => `/space/${space().id}/promises`}
      words={({ action }) => action}
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
      idOf={({ key }) => key}
      href={({ room }) => pageOfRoom(space().id, room)}
      words={sentence}
      note={({ next }) => day(next)}
    />
  );
}
