import { answerAsk, askNote } from "@concord/domain/asks/commands";
import { type AskAnswer, answersTo } from "@concord/domain/asks/schema";
import type { AskView } from "@concord/domain/asks/view";
import { For, type JSX, Show } from "solid-js";

import { useText } from "../i18n/text.ts";
import { Button } from "../ui/button.tsx";
import { hueOf } from "../workspace/owner-mark.tsx";
import { SharedText } from "../workspace/shared-text.tsx";
import type { BoardProps } from "./asks-board.tsx";
import styles from "./asks.module.css";

interface AskProps extends BoardProps {
  readonly ask: AskView;
  /** Where it can be ended here. */
  readonly onEnd?: () => void;
}

/** One ask: its words, the other's answer, and the end of it, which is whoever asked's to say. */
export function AskCard(props: AskProps): JSX.Element {
  const text = useText();
  const words = text.asks.now;
  const isMine = () => props.you !== null && props.ask.owner === props.you;
  const who = () => props.nameOf(props.ask.owner);
  const there = () => {
    const other = props.other();
    return other ? words.there(other.name) : words.thereAlone;
  };
  return (
    <li
      class={`${styles["card"]} ${hueOf(props.owners, props.ask.owner ?? "ours")}`}
      data-entry={props.ask.id}
    >
      <p class={styles["wish"]}>
        {isMine() ? words.own(props.ask.kind) : words.wish(who(), props.ask.kind)}
      </p>
      <p class={styles["hint"]}>{words.means(props.ask.kind)}</p>
      <Show when={props.ask.kind === "space" && !isMine() && !props.ask.done}>
        <p class={styles["hint"]}>{words.spaceMeans}</p>
      </Show>
      <SharedText
        doc={props.doc}
        undo={props.undo}
        readOnly={props.readOnly || !isMine() || props.ask.done}
        text={() => askNote(props.doc, props.ask.id)}
        look="small"
        value={props.ask.note}
        label={isMine() ? words.note : words.noteOf(who())}
        placeholder={words.note}
      />
      <Show when={!props.ask.done && !props.readOnly} fallback={<Answered {...props} />}>
        <Show when={isMine()} fallback={<Answer {...props} />}>
          <Answered {...props} fallback={there()} />
          <div class={styles["actions"]}>
            <Button onClick={() => props.onEnd?.()}>{words.helped}</Button>
            <Button kind="quiet" onClick={() => props.onEnd?.()}>
              {words.neverMind}
            </Button>
          </div>
        </Show>
      </Show>
    </li>
  );
}

/** The other's one press; pressing it again takes it back. */
function Answer(props: AskProps): JSX.Element {
  const text = useText();
  const words = text.asks.now;
  const press = (answer: AskAnswer) =>
    answerAsk(props.doc, props.ask.id, props.ask.answer === answer ? null : answer);
  return (
    <fieldset class={styles["actions"]} aria-label={words.answer(props.nameOf(props.ask.owner))}>
      <For each={answersTo(props.ask.kind)}>
        {(answer) => (
          <Button aria-pressed={props.ask.answer === answer} onClick={() => press(answer)}>
            {words.sayIt(answer, props.ask.kind)}
          </Button>
        )}
      </For>
    </fieldset>
  );
}

/** What the other said. That they have said nothing tells nothing: it is not said (S2). */
function Answered(props: AskProps & { readonly fallback?: string }): JSX.Element {
  const text = useText();
  const words = text.asks.now;
  const other = () => {
    const partner = props.owners
      .options()
      .find(({ value }) => value !== "ours" && value !== props.ask.owner);
    return partner?.short ?? text.workspace.theOther;
  };
  return (
    <Show
      when={props.ask.answer}
      fallback={
        <Show when={props.fallback}>
          <p class={styles["hint"]}>{props.fallback}</p>
        </Show>
      }
    >
      {(answer) => (
        <>
          <p class={styles["answered"]}>{words.answered(other(), answer(), props.ask.kind)}</p>
          <Show when={answer() === "not-now"}>
            <p class={styles["hint"]}>{words.notNowMeans}</p>
          </Show>
        </>
      )}
    </Show>
  );
}
