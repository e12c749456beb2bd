import ArrowLeft from "~icons/lucide/arrow-left";
import type { CheckIn, OneCheckIn } from "@concord/domain/check-ins/schema";
import { type EntryId, isEntryId } from "@concord/domain/ids";
import { A, useParams } from "@solidjs/router";
import {
  type Accessor,
  type JSX,
  Match,
  Show,
  Switch,
  createEffect,
  createMemo,
  on,
} from "solid-js";

import { useText } from "../i18n/text.ts";
import { Failed } from "../shell/failed.tsx";
import { focusOn } from "../shell/heading.ts";
import { NotFound } from "../shell/not-found.tsx";
import { useSpace } from "../spaces/space-context.ts";
import { Waiting } from "../ui/waiting.tsx";
import { createAnswer } from "./answer-of-server.ts";
import styles from "./check-in.module.css";
import { fetchCheckIn } from "./check-ins-api.ts";
import { OverPage, OwnPage, SealedPage } from "./one-sided.tsx";
import { PreparePage } from "./prepare-page.tsx";
import { SharedPage } from "./shared-page.tsx";

/**
 * One check-in: to be answered, sealed, open to both, or over. Its document is opened only once
 * both answers are: before that not even somebody's presence shows who is at it.
 */
export function CheckInPage(): JSX.Element {
  const params = useParams();
  const { space } = useSpace();
  const id = () => {
    const raw: unknown = params["id"];
    return isEntryId(raw) ? raw : null;
  };
  return (
    <Show when={id()} keyed fallback={<NotFound />}>
      {(id) => (
        <Show
          when={space().you.role === "partner"}
          fallback={<SharedPage id={id} back={undefined} />}
        >
          <ForPartner id={id} />
        </Show>
      )}
    </Show>
  );
}

type Look = "prepare" | "sealed" | "shared" | "own" | "over";

function lookOf({ state, alone, answered }: CheckIn): Look {
  if (state === "open") return answered ? "sealed" : "prepare";
  if (state === "over") return "over";
  return alone ? "own" : "shared";
}

function ForPartner(props: { readonly id: EntryId }): JSX.Element {
  const text = useText();
  const { space } = useSpace();
  const answer = createAnswer(() => fetchCheckIn(space().id, props.id));
  const look = createMemo(() => {
    const now = answer.value();
    return now && lookOf(now);
  });
  createFocusKeeping(look);
  const opensHere = createMemo<boolean>((was) => was || look() === "sealed", false);
  return (
    <>
      <output class="visually-hidden">
        {opensHere() && look() === "shared" ? text.checkIns.answers.revealed : ""}
      </output>
      <Show
        when={answer.value()}
        fallback={<Unknown problem={answer.problem()} again={() => void answer.ask()} />}
      >
        {(now) => <Looks look={look()} checkIn={now()} onSealed={() => void answer.ask()} />}
      </Show>
    </>
  );
}

/** Where the page has become another under somebody's hands, the focus goes to its beginning. */
function createFocusKeeping(look: Accessor<unknown>): void {
  const find = () => {
    if (document.activeElement !== document.body) return;
    const heading =
      document.querySelector<HTMLElement>("main h2") ??
      document.querySelector<HTMLElement>("main h1");
    if (heading) focusOn(heading);
  };
  createEffect(
    on(look, (now, before) => {
      if (before !== undefined && now !== before) queueMicrotask(find);
    }),
  );
}

function Unknown(props: {
  readonly problem: ReturnType<ReturnType<typeof createAnswer>["problem"]>;
  readonly again: () => void;
}): JSX.Element {
  const text = useText();
  return (
    <Switch fallback={<Waiting />}>
      <Match when={props.problem === "no-such-entry"}>
        <NotFound words={text.checkIns.unknown} />
      </Match>
      <Match when={props.problem}>
        {(problem) => (
          <Failed state={{ kind: "failed", problem: problem() }} again={() => props.again()} />
        )}
      </Match>
    </Switch>
  );
}

function Looks(props: {
  readonly look: Look | undefined;
  readonly checkIn: OneCheckIn;
  readonly onSealed: () => void;
}): JSX.Element {
  return (
    <Switch>
      <Match when={props.look === "prepare"}>
        <Plain>
          <PreparePage checkIn={props.checkIn} onSealed={() => props.onSealed()} />
        </Plain>
      </Match>
      <Match when={props.look === "sealed"}>
        <Plain>
          <SealedPage mine={props.checkIn.mine} />
        </Plain>
      </Match>
      <Match when={props.look === "own"}>
        <Plain>
          <OwnPage mine={props.checkIn.mine} />
        </Plain>
      </Match>
      <Match when={props.look === "over"}>
        <Plain>
          <OverPage mine={props.checkIn.mine} />
        </Plain>
      </Match>
      <Match when={props.look === "shared"}>
        <SharedPage id={props.checkIn.id} back={<Back />} />
      </Match>
    </Switch>
  );
}

/** A page without a document: nobody is at it together. */
function Plain(props: { readonly children: JSX.Element }): JSX.Element {
  const text = useText();
  return (
    <div class={styles["page"]}>
      <header>
        <Back />
        <h1>{text.checkIns.title}</h1>
      </header>
      {props.children}
    </div>
  );
}

function Back(): JSX.Element {
  const text = useText();
  const { space } = useSpace();
  return (
    <A href={`/space/${space().id}/check-ins`} class={styles["back"] ?? ""}>
      <ArrowLeft aria-hidden="true" />
      {text.checkIns.all}
    </A>
  );
}
