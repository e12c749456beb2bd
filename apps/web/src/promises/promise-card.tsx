import Check from "~icons/lucide/check";
import Ellipsis from "~icons/lucide/ellipsis";
import Feather from "~icons/lucide/feather";
import Undo from "~icons/lucide/undo-2";
import type { PromiseView } from "@concord/domain/promises/view";
import { A } from "@solidjs/router";
import { For, type JSX, Show } from "solid-js";

import { useSpace } from "../spaces/space-context.ts";
import { Menu } from "../ui/menu.tsx";
import { Tag } from "../ui/surface.tsx";
import card from "../workspace/entry-card.module.css";
import { hueOf } from "../workspace/owner-mark.tsx";
import type { Owners } from "../workspace/owners.ts";
import { Appreciations } from "./appreciations.tsx";
import { type Origin, pathOfOrigin } from "./origin.ts";
import { createOwnPromise, OwnPromise } from "./own-promise.tsx";
import { createPromiseWords } from "./promise-words.ts";
import styles from "./promises.module.css";

export interface CardProps {
  readonly promise: PromiseView;
  readonly owners: Owners;
  /** Whether it takes the focus, since it was just made here. */
  readonly isAwaited: boolean;
  /** It was taken back: the focus needs another place. */
  readonly onGone: () => void;
}

/** One promise: its words and day, where it is from, and what each may say about it. */
export function PromiseCard(props: CardProps): JSX.Element {
  const { text, you, name } = createPromiseWords();
  const isMine = () => props.promise.author === you();
  const own = createOwnPromise(props);
  const look = () =>
    [
      card["card"],
      props.promise.state === "open" ? "" : card["settled"],
      hueOf(props.owners, props.promise.author),
    ].join(" ");
  return (
    <li class={look()}>
      <div class={styles["top"]}>
        <State promise={props.promise} />
        <Show when={isMine()}>
          <Menu
            label={text.own.more(name(props.promise))}
            icon={Ellipsis}
            items={[
              {
                label: text.own.takeBack,
                icon: Undo,
                danger: true,
                act: () => own.ask("taking-back"),
              },
            ]}
          />
        </Show>
      </div>
      <h3 class={styles["words"]} tabindex="-1" ref={own.heading}>
        <Words promise={props.promise} />
      </h3>
      <From origin={props.promise.from} />
      <Before promise={props.promise} />
      <Show when={isMine()}>
        <OwnPromise promise={props.promise} own={own} />
      </Show>
      <Appreciations promise={props.promise} />
    </li>
  );
}

/** Its day while it is open; else what its maker has said of it. A day that went by says nothing. */
function State(props: { readonly promise: PromiseView }): JSX.Element {
  const { text, by } = createPromiseWords();
  return (
    <div class={styles["state"]}>
      <Show
        when={props.promise.state !== "open" && props.promise.state}
        fallback={<Tag>{by(props.promise)}</Tag>}
      >
        {(state) => (
          <Tag {...(state() === "kept" ? { tone: "good" as const } : {})}>
            <Show when={state() === "kept"} fallback={<Feather aria-hidden="true" />}>
              <Check aria-hidden="true" />
            </Show>
            {text.state[state()]}
          </Tag>
        )}
      </Show>
    </div>
  );
}

function Words(props: { readonly promise: PromiseView }): JSX.Element {
  const { text } = createPromiseWords();
  return (
    <>
      <Show when={props.promise.cue}>
        <span class={styles["word"]}>{text.when}</span> {props.promise.cue},{" "}
      </Show>
      <span class={styles["word"]}>{text.will}</span> {props.promise.action}
    </>
  );
}

/** Where it comes from, in the words that stood there then. */
export function From(props: { readonly origin: Origin | null }): JSX.Element {
  const { text } = createPromiseWords();
  const { space } = useSpace();
  // Marks in the text itself: Chromium 156 crashes on a press on a <q> in a card.
  const quoted = ({ words }: Origin) => text.quoted(words);
  return (
    <Show when={props.origin}>
      {(origin) => (
        <p class={styles["from"]}>
          {text.from}{" "}
          <Show when={pathOfOrigin(origin().subject)} fallback={quoted(origin())}>
            {(path) => <A href={`/space/${space().id}/${path()}`}>{quoted(origin())}</A>}
          </Show>
        </p>
      )}
    </Show>
  );
}

/** What it said before it was renegotiated: openly, and for both. */
function Before(props: { readonly promise: PromiseView }): JSX.Element {
  const { text, sentence, by } = createPromiseWords();
  return (
    <Show when={props.promise.earlier.length > 0}>
      <details class={styles["before"]}>
        <summary>{text.before}</summary>
        <ol>
          <For each={props.promise.earlier}>
            {(wording) => (
              <li>
                {sentence(wording)}, {by(wording)}
              </li>
            )}
          </For>
        </ol>
      </details>
    </Show>
  );
}
