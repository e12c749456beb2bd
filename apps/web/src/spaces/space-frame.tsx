import Eye from "~icons/lucide/eye";
import Ellipsis from "~icons/lucide/ellipsis";
import { A, useMatch } from "@solidjs/router";
import { For, type JSX, Show } from "solid-js";
import { Dynamic } from "solid-js/web";

import { useMe } from "../accounts/me-context.ts";
import { SignOut } from "../accounts/sign-out.tsx";
import { useText } from "../i18n/text.ts";
import { ExitNotice } from "../shell/exit-notice.tsx";
import { Frame } from "../shell/frame.tsx";
import { HomeLink } from "../shell/home-link.tsx";
import { Notice } from "../ui/surface.tsx";
import { PersonMark, PersonName } from "./person-name.tsx";
import { placeIcons } from "./place-icons.ts";
import { firstPlaces, placePath, placesOf } from "./places.ts";
import { useSpace } from "./space-context.ts";
import styles from "./space-frame.module.css";
import { WatchedBy } from "./watched-by.tsx";

/** A space's places around its pages: beside them where there is room, below them on a phone. */
export function SpaceFrame(props: { readonly children: JSX.Element }): JSX.Element {
  const text = useText();
  const { space } = useSpace();
  const isFirst = useMatch(() => `/space/${space().id}`);
  const looking = () => space().you.role === "observer";
  return (
    <Frame
      class={styles["frame"]}
      before={
        <>
          <header class={styles["header"]}>
            <HomeLink />
            <You />
          </header>
          <Places />
        </>
      }
    >
      <Show when={looking()}>
        <div class={styles["looking"]} role="note">
          <Eye />
          <span>{text.shell.lookingOn}</span>
          <A href="/desk">{text.shell.backToDesk}</A>
        </div>
      </Show>
      <Show when={space().closed}>
        <Closed />
      </Show>
      <Show when={isFirst()}>
        <ExitNotice />
      </Show>
      <WatchedBy />
      {props.children}
      <p class={styles["foot"]}>
        <A href="/help">{text.shell.help}</A>
      </p>
    </Frame>
  );
}

/** The other has left: what is here can be read, and taken along (S16). */
function Closed(): JSX.Element {
  const text = useText();
  const { space } = useSpace();
  return (
    <Notice>
      <p>{text.shell.closed}</p>
      <p>
        <A href={placePath(space(), "export")}>{text.shell.takeAlong}</A>
      </p>
    </Notice>
  );
}

function Places(): JSX.Element {
  const text = useText();
  const { space } = useSpace();
  return (
    <nav class={styles["places"]} aria-label={text.shell.places}>
      <ul class={styles["list"]}>
        <For each={placesOf(space())}>
          {(place) => (
            <li class={firstPlaces.includes(place) ? "" : styles["further"]}>
              <A
                href={placePath(space(), place)}
                end={place === "home"}
                class={styles["place"]}
                activeClass={styles["here"] ?? ""}
              >
                <Dynamic component={placeIcons[place]} />
                <span>{text.shell.nav[place]}</span>
              </A>
            </li>
          )}
        </For>
        <Show when={placesOf(space()).some((place) => !firstPlaces.includes(place))}>
          <li class={styles["more"]}>
            <A
              href={`/space/${space().id}/more`}
              class={styles["place"]}
              activeClass={styles["here"] ?? ""}
            >
              <Ellipsis />
              <span>{text.shell.nav.more}</span>
            </A>
          </li>
        </Show>
      </ul>
    </nav>
  );
}

function You(): JSX.Element {
  const text = useText();
  const { space } = useSpace();
  const { me } = useMe();
  const seat = () => {
    const you = space().you;
    return you.role === "partner" ? you.seat : null;
  };
  return (
    <Show when={me()}>
      {(me) => (
        <div class={styles["you"]}>
          <A
            href="/account"
            class={styles["account"]}
            aria-label={text.shell.account(me().person.name)}
          >
            <PersonMark name={me().person.name} seat={seat()} />
            <PersonName name={me().person.name} seat={seat()} />
          </A>
          <SignOut compact />
        </div>
      )}
    </Show>
  );
}
