import Heart from "~icons/lucide/heart";
import MessageCircle from "~icons/lucide/message-circle-heart";
import Undo from "~icons/lucide/undo-2";
import { subjectOfPromise } from "@concord/domain/ledger/subjects";
import type { Appreciation, PromiseView } from "@concord/domain/promises/view";
import { For, type JSX, Show, createSignal, onMount } from "solid-js";

import { createAction } from "../api/action.ts";
import { useLedger } from "../ledger/ledger-context.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { onEscape } from "../ui/on-escape.ts";
import { Trouble } from "../ui/trouble.tsx";
import { createPromiseWords } from "./promise-words.ts";
import styles from "./promises.module.css";

interface Props {
  readonly promise: PromiseView;
}

/** What the other has said about a promise, and a way for them to say it. Never a mark on it. */
export function Appreciations(props: Props): JSX.Element {
  const { text, you, name } = createPromiseWords();
  const { mayDeclare } = useLedger();
  return (
    <div class={styles["appreciations"]}>
      <Show when={props.promise.appreciations.length > 0}>
        <ul class={styles["said"]} aria-label={text.appreciation.list(name(props.promise))}>
          <For each={props.promise.appreciations.map(({ id }) => id)}>
            {(id) => (
              <Show when={props.promise.appreciations.find((said) => said.id === id)}>
                {(said) => <Said appreciation={said()} />}
              </Show>
            )}
          </For>
        </ul>
      </Show>
      <Show when={props.promise.author !== you() && mayDeclare()}>
        <Say {...props} />
      </Show>
    </div>
  );
}

function Said(props: { readonly appreciation: Appreciation }): JSX.Element {
  const { text, you, nameOf } = createPromiseWords();
  const { withdraw } = useLedger();
  const takingBack = createAction(() => withdraw(props.appreciation.id));
  return (
    <li>
      <Heart aria-hidden="true" />
      <p>
        {text.quoted(props.appreciation.words)}{" "}
        <span class={styles["who"]}>{nameOf(props.appreciation.author)}</span>
      </p>
      <Show when={props.appreciation.author === you()}>
        <Button
          kind="quiet"
          icon
          title={text.appreciation.takeBack}
          aria-label={text.appreciation.takeBackOf(props.appreciation.words)}
          aria-disabled={takingBack.busy()}
          onClick={() => void takingBack.run()}
        >
          <Undo />
        </Button>
      </Show>
      <Trouble words={takingBack.trouble()} />
    </li>
  );
}

/** A ready thank-you, or words of one's own. */
function Say(props: Props): JSX.Element {
  const { text, name } = createPromiseWords();
  const { declare } = useLedger();
  const [writing, setWriting] = createSignal(false);
  let own: HTMLButtonElement | undefined;
  const send = (words: string) =>
    declare({
      kind: "appreciation",
      subject: subjectOfPromise(props.promise.id),
      body: { words },
    });
  const thanking = createAction(() => send(text.appreciation.ready));
  const named = (action: string) => text.own.named(action, name(props.promise));
  const close = () => {
    setWriting(false);
    own?.focus();
  };
  return (
    <>
      <Trouble words={thanking.trouble()} />
      <div class={styles["line"]}>
        <Button
          aria-label={named(text.appreciation.ready)}
          aria-disabled={thanking.busy()}
          onClick={() => void thanking.run()}
        >
          <Heart />
          {text.appreciation.ready}
        </Button>
        <Button
          kind="quiet"
          aria-label={named(text.appreciation.own)}
          aria-expanded={writing()}
          ref={(it: HTMLButtonElement) => {
            own = it;
          }}
          onClick={() => setWriting(true)}
        >
          <MessageCircle />
          {text.appreciation.own}
        </Button>
      </div>
      <Show when={writing()}>
        <OwnWords send={send} onDone={close} />
      </Show>
    </>
  );
}

function OwnWords(props: {
  readonly send: (words: string) => ReturnType<ReturnType<typeof useLedger>["declare"]>;
  readonly onDone: () => void;
}): JSX.Element {
  const { text } = createPromiseWords();
  const [words, setWords] = createSignal("");
  const [tried, setTried] = createSignal(false);
  const sending = createAction(() => props.send(words().trim()));
  let form: HTMLFormElement | undefined;
  const isEmpty = () => words().trim() === "";
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isEmpty() && (await sending.run())) props.onDone();
  };
  onMount(() => form?.querySelector("input")?.focus());
  return (
    <form
      class={styles["ask"]}
      novalidate
      ref={(it) => {
        form = it;
        onEscape(() => props.onDone())(it);
      }}
      onSubmit={(event) => void submit(event)}
    >
      <TextField
        label={text.appreciation.label}
        maxlength={500}
        autocomplete="off"
        error={tried() && isEmpty() ? text.appreciation.wrong : undefined}
        value={words()}
        onInput={(event) => setWords(event.currentTarget.value)}
      />
      <Trouble words={sending.trouble()} />
      <div class={styles["line"]}>
        <Button type="submit" kind="primary" aria-disabled={sending.busy()}>
          {text.appreciation.send}
        </Button>
        <Button kind="quiet" onClick={() => props.onDone()}>
          {text.appreciation.cancel}
        </Button>
      </div>
    </form>
  );
}
