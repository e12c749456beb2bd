import MessagesSquare from "~icons/lucide/messages-square";
import { nextOnceBegun } from "@concord/domain/check-ins/cadence";
import { setNextOn } from "@concord/domain/check-ins/commands";
import type { CheckIn } from "@concord/domain/check-ins/schema";
import { readCadence } from "@concord/domain/check-ins/view";
import { parseDay } from "@concord/domain/dates";
import { useNavigate } from "@solidjs/router";
import { For, type JSX, Show, createEffect, createSignal, on, untrack } from "solid-js";

import { createAction } from "../api/action.ts";
import { useText } from "../i18n/text.ts";
import { useSpace } from "../spaces/space-context.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Trouble } from "../ui/trouble.tsx";
import { useAnnouncer } from "../workspace/announcer.tsx";
import { dayOf } from "../workspace/coarse-day.ts";
import type { OpenDocument } from "../workspace/open-document.ts";
import { beginCheckIn } from "./check-ins-api.ts";
import styles from "./check-ins.module.css";
import { useOwnMemory } from "./own-memory-context.ts";

/** The check-in that is open, or the way to begin one. */
export function Now(props: {
  readonly document: OpenDocument;
  readonly checkIns: readonly CheckIn[];
  readonly onBegun: () => void;
}): JSX.Element {
  const text = useText();
  const { space } = useSpace();
  const { say } = useAnnouncer();
  const open = () => props.checkIns.filter(({ state }) => state === "open");
  const isAlone = () => space().partners.length < 2;
  /** What one began alone doesn't stand in the way of what both begin. */
  const mayBegin = () => open().every(({ alone }) => alone !== isAlone());
  createEffect(
    on(
      () => open().length,
      (now, before = now) => {
        if (now > before) say(text.checkIns.now.told);
      },
      { defer: true },
    ),
  );
  return (
    <>
      <Show when={mayBegin()}>
        <Begin document={props.document} onBegun={() => props.onBegun()} />
      </Show>
      <For each={open()}>{(checkIn) => <Open checkIn={checkIn} />}</For>
    </>
  );
}

function Begin(props: {
  readonly document: OpenDocument;
  readonly onBegun: () => void;
}): JSX.Element {
  const text = useText();
  const { space } = useSpace();
  const navigate = useNavigate();
  const beginning = createAction(() => beginCheckIn(space().id));
  const begin = async () => {
    const begun = await beginning.run();
    if (!begun) return;
    const { doc } = props.document;
    const today = parseDay(dayOf(Date.now()));
    if (today) setNextOn(doc, nextOnceBegun(readCadence(doc), today));
    props.onBegun();
    navigate(`/space/${space().id}/check-ins/${begun.value.id}`);
  };
  return (
    <section class={styles["now"]} aria-labelledby="begin">
      <h2 id="begin">{text.checkIns.now.beginTitle}</h2>
      <p>
        {space().partners.length < 2 ? text.checkIns.now.beginAlone : text.checkIns.now.beginText}
      </p>
      <Trouble words={beginning.trouble()} />
      <Button kind="primary" aria-disabled={beginning.busy()} onClick={() => void begin()}>
        <MessagesSquare />
        {text.checkIns.now.begin}
      </Button>
    </section>
  );
}

function Open(props: { readonly checkIn: CheckIn }): JSX.Element {
  const text = useText();
  const { space } = useSpace();
  const words = text.checkIns.now;
  const id = () => `open-${props.checkIn.id}`;
  const href = () => `/space/${space().id}/check-ins/${props.checkIn.id}`;
  const isOwn = () => props.checkIn.alone && space().partners.length > 1;
  return (
    <section class={styles["now"]} aria-labelledby={id()}>
      <h2 id={id()}>{isOwn() ? words.ownTitle : words.openTitle}</h2>
      <Show
        when={props.checkIn.answered}
        fallback={
          <ToAnswer
            checkIn={props.checkIn}
            href={href()}
            lead={isOwn() ? words.ownText : undefined}
          />
        }
      >
        <p>
          {words.sealed} {words.sealedText}
        </p>
        <ButtonLink href={href()}>{words.look}</ButtonLink>
      </Show>
    </section>
  );
}

/** Putting it away is between a person and their device: nothing of it is sent. */
function ToAnswer(props: {
  readonly checkIn: CheckIn;
  readonly href: string;
  readonly lead: string | undefined;
}): JSX.Element {
  const text = useText();
  const memory = useOwnMemory();
  const [away, setAway] = createSignal(untrack(() => memory.isPutAway(props.checkIn.id)));
  const put = (now: boolean) => {
    memory.setPutAway(props.checkIn.id, now);
    if (now) memory.forgetDraft(props.checkIn.id);
    setAway(now);
  };
  const words = text.checkIns.now;
  return (
    <>
      <output class={styles["told"]}>
        {away() ? words.putAway : (props.lead ?? words.openText)}
      </output>
      <div class={styles["choices"]}>
        <Show when={!away()} fallback={<Button onClick={() => put(false)}>{words.takeUp}</Button>}>
          <ButtonLink kind="primary" href={props.href}>
            {memory.draft(props.checkIn.id) ? words.goOn : words.prepare}
          </ButtonLink>
          <Button kind="quiet" onClick={() => put(true)}>
            {words.notNow}
          </Button>
        </Show>
      </div>
    </>
  );
}
