import Trash from "~icons/lucide/trash-2";
import { addQuestion, newsText, questionText } from "@concord/domain/asks/news-commands";
import type { NewsView, QuestionView } from "@concord/domain/asks/view";
import { newEntryId } from "@concord/domain/ids";
import { For, type JSX, Show, createSignal } from "solid-js";

import { useText } from "../i18n/text.ts";
import { Button } from "../ui/button.tsx";
import type { EntryList } from "../workspace/entry-list.ts";
import { hueOf } from "../workspace/owner-mark.tsx";
import { SharedText } from "../workspace/shared-text.tsx";
import type { BoardProps } from "./asks-board.tsx";
import styles from "./asks.module.css";
import { QuestionForm } from "./question-form.tsx";

interface NewsProps extends BoardProps {
  readonly list: EntryList;
  readonly news: NewsView;
  /** Counts from 1. */
  readonly place: number;
}

/** One piece of good news, what was asked about it, and what its owner told then. */
export function NewsCard(props: NewsProps): JSX.Element {
  const text = useText();
  const words = text.asks.news;
  const isMine = () => props.you !== null && props.news.owner === props.you;
  return (
    <li
      class={`${styles["card"]} ${hueOf(props.owners, props.news.owner ?? "ours")}`}
      data-entry={props.news.id}
    >
      <div class={styles["row"]}>
        <p class={styles["who"]}>{props.nameOf(props.news.owner)}</p>
        <Show when={isMine()}>
          <Button
            kind="quiet"
            icon
            aria-label={`${text.workspace.remove}: ${props.list.nameOf(props.news.id)}`}
            onClick={() => props.list.remove(props.news.id)}
          >
            <Trash />
          </Button>
        </Show>
      </div>
      <SharedText
        doc={props.doc}
        undo={props.undo}
        readOnly={props.readOnly || !isMine()}
        text={() => newsText(props.doc, props.news.id)}
        look="words"
        value={props.news.text}
        label={words.text(props.place)}
        placeholder={words.placeholder}
        autofocus={props.list.takeFocus(props.news.id)}
      />
      <Show when={props.news.questions.length > 0}>
        <ul class={styles["questions"]}>
          <For each={props.news.questions}>
            {(question) => <Question {...props} question={question} isMine={isMine()} />}
          </For>
        </ul>
      </Show>
      <Show when={props.other()?.id === props.news.owner && !props.readOnly}>
        <AskAbout {...props} />
      </Show>
    </li>
  );
}

function Question(
  props: NewsProps & { readonly question: QuestionView; readonly isMine: boolean },
): JSX.Element {
  const text = useText();
  const words = text.asks.news;
  const asker = () =>
    props.question.owner === props.you
      ? words.youAsked
      : words.asked(props.nameOf(props.question.owner));
  return (
    <li class={styles["question"]}>
      <p>
        <span class={styles["who"]}>{asker()}: </span>
        {props.question.text}
      </p>
      <SharedText
        doc={props.doc}
        undo={props.undo}
        readOnly={props.readOnly || !props.isMine}
        text={() => questionText(props.doc, props.news.id, props.question.id, "reply")}
        look="small"
        value={props.question.reply}
        label={words.reply(props.question.text)}
        placeholder={words.replyPlaceholder}
      />
    </li>
  );
}

/** A question of one's own, or one of three to begin with; there is nothing to rate. */
function AskAbout(props: NewsProps): JSX.Element {
  const text = useText();
  const [open, setOpen] = createSignal(false);
  let frame: HTMLElement | undefined;
  /** The focus goes with what one does: into the form, and back to where it was opened. */
  const turn = (isOpen: boolean) => {
    setOpen(isOpen);
    frame?.querySelector<HTMLElement>(isOpen ? "input" : "button")?.focus();
  };
  const ask = (question: string) => {
    if (!props.you) return;
    addQuestion(props.doc, props.news.id, { id: newEntryId(), owner: props.you, text: question });
    turn(false);
  };
  return (
    <div
      ref={(it) => {
        frame = it;
      }}
    >
      <Show
        when={open()}
        fallback={
          <div class={styles["actions"]}>
            <Button
              aria-label={text.asks.news.askOf(props.list.nameOf(props.news.id))}
              onClick={() => turn(true)}
            >
              {text.asks.news.ask}
            </Button>
          </div>
        }
      >
        <QuestionForm onAsk={ask} />
      </Show>
    </div>
  );
}
