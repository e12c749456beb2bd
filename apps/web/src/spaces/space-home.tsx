import type { RoomPath } from "@concord/domain/rooms";
import type { Space } from "@concord/domain/spaces/schema";
import ArrowRight from "~icons/lucide/arrow-right";
import { A } from "@solidjs/router";
import { For, type JSX, Match, Show, Switch } from "solid-js";

import { useLanguage, useText } from "../i18n/text.ts";
import { dayInWords } from "../i18n/times.ts";
import { roomInWords } from "../observers/room-names.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Circles } from "../ui/circles.tsx";
import { PersonName } from "./person-name.tsx";
import { placePath, placesOf } from "./places.ts";
import { useSpace } from "./space-context.ts";
import styles from "./space-home.module.css";

/** The first page of the notebook: whose it is, and what is in it. */
export function SpaceHome(): JSX.Element {
  const text = useText();
  const { space } = useSpace();
  const alone = () => space().partners.length < 2;
  const lead = () => {
    if (space().you.role === "observer") return text.spaces.home.leadObserver;
    return alone() ? text.spaces.home.leadAlone : text.spaces.home.lead;
  };
  return (
    <div class={styles["page"]}>
      <header class={styles["title"]}>
        <Circles size={132} lit={alone() ? "one" : "both"} />
        <h1>
          <Names space={space()} />
        </h1>
        <p>{lead()}</p>
      </header>
      <Contents />
      <Show when={alone() && space().you.role === "partner"}>
        <InviteThem />
      </Show>
    </div>
  );
}

/** Both names, each in its hue, in the order of their places. */
function Names(props: { readonly space: Space }): JSX.Element {
  const text = useText();
  const inOrder = () => props.space.partners.toSorted((a, b) => a.seat - b.seat);
  return (
    <For each={inOrder()}>
      {(partner, at) => (
        <>
          <Show when={at() > 0}> {text.spaces.home.and} </Show>
          <PersonName name={partner.name} seat={partner.seat} />
        </>
      )}
    </For>
  );
}

function Contents(): JSX.Element {
  const text = useText();
  const { space } = useSpace();
  const chapters = () =>
    placesOf(space()).flatMap((place) =>
      place === "needs" || place === "goals" || place === "agreements" ? [place] : [],
    );
  return (
    <ul class={styles["contents"]}>
      <For each={chapters()}>
        {(place) => (
          <li>
            <A href={placePath(space(), place)} class={styles["chapter"]}>
              <h2>{text.spaces.home[place].title}</h2>
              <p>{text.spaces.home[place].text}</p>
              <ArrowRight />
            </A>
          </li>
        )}
      </For>
      <For each={singleAgreements(space())}>
        {(room) => (
          <li>
            <A
              href={`/space/${space().id}/agreements/${room.slice("agreement/".length)}`}
              class={styles["chapter"]}
            >
              <h2>{roomInWords(room, text)}</h2>
            </A>
          </li>
        )}
      </For>
    </ul>
  );
}

/** Agreements open to an observer who doesn't see the list that would lead to them. */
function singleAgreements(space: Space): readonly RoomPath[] {
  if (space.you.role === "partner" || space.you.rooms.includes("agreements")) return [];
  return space.you.rooms.filter((room) => room.startsWith("agreement/"));
}

function InviteThem(): JSX.Element {
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
