import Check from "~icons/lucide/check";
import Feather from "~icons/lucide/feather";
import PenLine from "~icons/lucide/pen-line";
import { subjectOfPromise } from "@concord/domain/ledger/subjects";
import type { PromiseState } from "@concord/domain/promises/declared";
import type { PromiseView, Wording } from "@concord/domain/promises/view";
import { type JSX, Match, Show, Switch, createSignal, createUniqueId, onMount } from "solid-js";

import { createAction } from "../api/action.ts";
import type { Result } from "../api/result.ts";
import { useLedger } from "../ledger/ledger-context.ts";
import { Button } from "../ui/button.tsx";
import { onEscape } from "../ui/on-escape.ts";
import { Trouble } from "../ui/trouble.tsx";
import { dayOf } from "../workspace/coarse-day.ts";
import type { CardProps } from "./promise-card.tsx";
import { PromiseForm } from "./promise-form.tsx";
import { createPromiseWords } from "./promise-words.ts";
import styles from "./promises.module.css";

/** What its maker is about to say of a promise. */
type Asking = "kept" | "change" | "released" | "taking-back";

type Own = ReturnType<typeof createOwnPromise>;

/** What only its maker can do: each is asked about once, since what is said stays said. */
export function createOwnPromise(props: CardProps) {
  const { declare, withdraw } = useLedger();
  const [asking, setAsking] = createSignal<Asking | null>(null);
  let opener: Element | null = null;
  let heading: HTMLElement | undefined;
  const say = (state: PromiseState, wording: Wording): Promise<Result<unknown>> => {
    const { id, from } = props.promise;
    const { cue, action, due } = wording;
    const body = { cue, action, due, state, from };
    return declare({ kind: "promise", subject: subjectOfPromise(id), body });
  };
  return {
    asking,
    heading: (element: HTMLElement) => {
      heading = element;
      if (props.isAwaited) queueMicrotask(() => element.focus());
    },
    ask: (what: Asking) => {
      opener = document.activeElement;
      setAsking(what);
    },
    cancel: () => {
      setAsking(null);
      if (opener instanceof HTMLElement) opener.focus();
    },
    settle: (state: "kept" | "released") => say(state, props.promise),
    change: (wording: Wording) => say("open", wording),
    takeBack: () => withdraw(props.promise.declaration),
    /** What was said is in: the focus goes to the promise as it is now. */
    said: () => {
      setAsking(null);
      if (heading?.isConnected) heading.focus();
      else props.onGone();
    },
  };
}

interface OwnProps {
  readonly promise: PromiseView;
  readonly own: Own;
}

/** Its maker's own word on a promise; nobody else is shown any of it. */
export function OwnPromise(props: OwnProps): JSX.Element {
  const { text } = createPromiseWords();
  const { mayDeclare } = useLedger();
  const isOpen = () => props.promise.state === "open" && mayDeclare();
  return (
    <div class={styles["own"]}>
      <Show when={isOpen()}>
        <Show when={props.promise.due <= dayOf(Date.now())}>
          <p class={styles["come"]}>{text.own.come}</p>
        </Show>
        <Actions {...props} />
      </Show>
      <Switch>
        <Match when={isOpen() && props.own.asking() === "kept"}>
          <Ask
            words={text.own.keptAsk}
            yes={text.own.keptYes}
            own={props.own}
            act={() => props.own.settle("kept")}
          />
        </Match>
        <Match when={isOpen() && props.own.asking() === "released"}>
          <Ask
            words={text.own.releasedAsk}
            yes={text.own.releasedYes}
            own={props.own}
            act={() => props.own.settle("released")}
          />
        </Match>
        <Match when={isOpen() && props.own.asking() === "change"}>
          <PromiseForm
            title={text.own.changeTitle}
            hint={text.own.changeHint}
            action={text.own.changeYes}
            wording={props.promise}
            autofocus
            send={(wording) => props.own.change(wording)}
            onSent={() => props.own.said()}
            onCancel={() => props.own.cancel()}
          />
        </Match>
        <Match when={props.own.asking() === "taking-back"}>
          <Ask
            words={text.own.takeBackAsk}
            yes={text.own.takeBackYes}
            own={props.own}
            act={() => props.own.takeBack()}
          />
        </Match>
      </Switch>
    </div>
  );
}

function Actions(props: OwnProps): JSX.Element {
  const { text, name } = createPromiseWords();
  const button = (what: "kept" | "change" | "released") => ({
    "aria-expanded": props.own.asking() === what,
    "aria-label": text.own.named(text.own[what], name(props.promise)),
    onClick: () => props.own.ask(what),
  });
  return (
    <div class={styles["line"]}>
      <Button {...button("kept")}>
        <Check />
        {text.own.kept}
      </Button>
      <Button kind="quiet" {...button("change")}>
        <PenLine />
        {text.own.change}
      </Button>
      <Button kind="quiet" {...button("released")}>
        <Feather />
        {text.own.released}
      </Button>
    </div>
  );
}

/** Says what a word will mean before it is given. */
function Ask(props: {
  readonly words: string;
  readonly yes: string;
  readonly own: Own;
  readonly act: () => Promise<Result<unknown>>;
}): JSX.Element {
  const { text } = createPromiseWords();
  const words = createUniqueId();
  const acting = createAction(() => props.act());
  let yes: HTMLButtonElement | undefined;
  const act = async () => {
    const { said } = props.own;
    if (await acting.run()) said();
  };
  onMount(() => yes?.focus());
  return (
    <fieldset
      class={styles["ask"]}
      aria-labelledby={words}
      ref={onEscape(() => props.own.cancel())}
    >
      <p id={words}>{props.words}</p>
      <Trouble words={acting.trouble()} />
      <div class={styles["line"]}>
        <Button
          kind="primary"
          aria-describedby={words}
          aria-disabled={acting.busy()}
          ref={(it: HTMLButtonElement) => {
            yes = it;
          }}
          onClick={() => void act()}
        >
          {props.yes}
        </Button>
        <Button kind="quiet" onClick={() => props.own.cancel()}>
          {text.own.cancel}
        </Button>
      </div>
    </fieldset>
  );
}
