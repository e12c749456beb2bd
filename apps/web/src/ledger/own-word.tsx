import Check from "~icons/lucide/check";
import Undo from "~icons/lucide/undo-2";
import type { Assents } from "@concord/domain/ledger/assents";
import { hashOf } from "@concord/domain/ledger/canonical";
import type { Subject } from "@concord/domain/ledger/subjects";
import type { Owner } from "@concord/domain/owners";
import { type JSX, Show, Suspense, createSignal, lazy } from "solid-js";

import { createAction } from "../api/action.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/surface.tsx";
import { Trouble } from "../ui/trouble.tsx";
import type { OpenDocument } from "../workspace/open-document.ts";
import { createWords } from "./assent-words.ts";
import styles from "./assent.module.css";
import { useLedger } from "./ledger-context.ts";
import { whenSent } from "./when-sent.ts";

const WordChanges = lazy(async () => ({
  default: (await import("./word-changes.tsx")).WordChanges,
}));

export interface AssentProps {
  readonly subject: Subject;
  /** Whose word it needs. */
  readonly owner: Owner;
  /** Its words as they stand here, in the canonical form. */
  readonly text: string;
  /** What it is called in a sentence: "clause 2". */
  readonly name: string;
  readonly document: OpenDocument;
  /** Whether it is something that they mean, as a need, rather than something to keep to. */
  readonly isMeant?: boolean;
  /**
   * Whether words that somebody stood by stay in sight, unfolded, once they have been edited: no
   * edit of them may pass for theirs.
   */
  readonly keepInSight?: (agreed: string) => boolean;
}

export interface Told extends AssentProps {
  readonly assents: Assents;
}

/** One's own word: to give it to exactly what is read here, and to take it back alone. */
export function OwnWord(props: Told): JSX.Element {
  const { text } = createWords();
  const word = createOwnWord(props);
  let line: HTMLElement | undefined;
  /** The button that was pressed goes, and the focus stays beside it: at what can be done now. */
  const thenFocus = async (done: Promise<unknown>) => {
    const hadFocus = line?.contains(document.activeElement);
    await done;
    const isLost = document.activeElement === document.body;
    if (hadFocus && isLost) line?.querySelector("button")?.focus();
  };
  return (
    <>
      <Trouble words={word.isSending() ? text.sending : word.trouble()} />
      <Show when={word.meanwhile()}>
        {(change) => (
          <Notice tone="care" live>
            <strong>{text.changedMeanwhile}</strong>
            <Suspense>
              <WordChanges from={change().from} to={change().to} />
            </Suspense>
          </Notice>
        )}
      </Show>
      <Show when={word.mayAgree() || word.mine()}>
        <div
          class={styles["line"]}
          ref={(it) => {
            line = it;
          }}
        >
          <Show when={word.mayAgree()}>
            <Button
              aria-label={`${word.label()}: ${word.naming()}`}
              aria-disabled={word.busy()}
              onClick={() => void thenFocus(word.agree())}
            >
              <Check />
              {word.label()}
            </Button>
          </Show>
          <Show when={word.mine()}>
            <Button
              kind="quiet"
              class={styles["back"] ?? ""}
              aria-label={text.takeBackOf(props.name)}
              aria-disabled={word.busy()}
              onClick={() => void thenFocus(word.takeBack())}
            >
              <Undo />
              {text.takeBack}
            </Button>
          </Show>
        </div>
      </Show>
    </>
  );
}

/** What one's own word is now, and what can be done with it. */
function createOwnWord(props: Told) {
  const words = createWords();
  const { giving, give, isWaiting, isSending, meanwhile } = createGiving(props);
  const { withdraw, mayDeclare } = useLedger();
  const isMine = ({ author }: { readonly author: string }) => author === words.you();
  const mine = () => [...props.assents.agreed, ...props.assents.changed].find(isMine);
  const isOwn = () => props.owner !== "ours";
  const takingBack = createAction(async () => {
    const row = mine();
    return row ? await withdraw(row.id) : { ok: true, value: null };
  });
  return {
    mine,
    meanwhile,
    isSending,
    mayAgree: () =>
      mayDeclare() &&
      props.text !== "" &&
      props.assents.asked.some((person) => person === words.you()) &&
      !props.assents.agreed.some(isMine),
    label: () => {
      const { own } = words.text;
      const ours = words.ours(props);
      if (isOwn()) return mine() ? own.agreeAgain : own.agree;
      if (mine()) return ours.agreeAgain;
      return props.assents.agreed.length > 0 ? ours.agreeToo : ours.agree;
    },
    naming: () => (isOwn() ? words.text.own : words.ours(props)).agreeing(props.name),
    busy: () => giving.busy() || isWaiting() || takingBack.busy(),
    trouble: () => (meanwhile() ? undefined : (giving.trouble() ?? takingBack.trouble())),
    agree: give,
    takeBack: takingBack.run,
  };
}

/** Gives one's word to the words as they are shown; or says what they have become meanwhile. */
function createGiving(props: Told) {
  const { declare } = useLedger();
  const [isWaiting, setWaiting] = createSignal(false);
  const [isSending, setSending] = createSignal(false);
  const [meanwhile, setMeanwhile] = createSignal<{ readonly from: string; readonly to: string }>();
  /** What is agreed to is what stood there when the button was pressed. */
  let read: Pick<AssentProps, "text" | "owner"> = { text: "", owner: "ours" };
  const giving = createAction(async () => {
    const { text, owner } = read;
    const body = { hash: hashOf(text), owner };
    const answer = await declare({ kind: "assent", subject: props.subject, body });
    const changed = !answer.ok && answer.problem === "text-changed";
    setMeanwhile(changed ? { from: text, to: answer.current ?? "" } : undefined);
    return answer;
  });
  const give = async () => {
    if (isWaiting()) return;
    read = { text: props.text, owner: props.owner };
    setSending(false);
    setWaiting(true);
    const sent = await whenSent(props.document);
    setWaiting(false);
    setSending(!sent);
    if (sent) await giving.run();
  };
  return { giving, give, isWaiting, isSending, meanwhile };
}
