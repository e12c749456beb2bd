import { Declare } from "@concord/domain/ledger/schema";
import type { Subject } from "@concord/domain/ledger/subjects";
import { type JSX, createSignal, createUniqueId, onMount, untrack } from "solid-js";
import * as v from "valibot";

import { createAction } from "../api/action.ts";
import { useText } from "../i18n/text.ts";
import { useLedger } from "../ledger/ledger-context.ts";
import { whenSent } from "../ledger/when-sent.ts";
import { Button } from "../ui/button.tsx";
import { Trouble } from "../ui/trouble.tsx";
import type { OpenDocument } from "../workspace/open-document.ts";
import styles from "./offers.module.css";

/** Words for what one could do. Nothing of them is sent before they are offered. */
export function OfferForm(props: {
  readonly subject: Subject;
  /** What was offered so far. */
  readonly words: string;
  readonly document: OpenDocument;
  readonly onDone: () => void;
}): JSX.Element {
  const text = useText();
  const id = createUniqueId();
  let field: HTMLTextAreaElement | undefined;
  onMount(() => field?.focus());
  const offer = createOffer(props);
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    const answer = await offer.send(field?.value ?? "");
    if (answer === "empty") field?.focus();
    if (answer === "sent") props.onDone();
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.stopPropagation();
    props.onDone();
  };
  return (
    <form class={styles["form"]} onSubmit={(event) => void send(event)}>
      <label for={id}>{text.needs.offer.label}</label>
      <textarea
        id={id}
        ref={(it) => {
          field = it;
        }}
        rows={2}
        onKeyDown={pressed}
        maxlength={2000}
        aria-describedby={`${id}-hint`}
        placeholder={text.needs.offer.placeholder}
        value={untrack(() => props.words)}
      />
      <p id={`${id}-hint`}>{text.needs.offer.hint}</p>
      <Trouble words={offer.trouble()} />
      <div class={styles["own"]}>
        <Button type="submit" aria-disabled={offer.busy()}>
          {text.needs.offer.send}
        </Button>
        <Button kind="quiet" onClick={() => props.onDone()}>
          {text.ui.cancel}
        </Button>
      </div>
    </form>
  );
}

function createOffer(props: { readonly subject: Subject; readonly document: OpenDocument }) {
  const text = useText();
  const { declare } = useLedger();
  const [isSending, setSending] = createSignal(false);
  let words = "";
  const sending = createAction(() =>
    declare(v.parse(Declare, { kind: "backing", subject: props.subject, body: { words } })),
  );
  return {
    busy: sending.busy,
    trouble: () => (isSending() ? text.ledger.sending : sending.trouble()),
    send: async (written: string): Promise<"empty" | "sent" | "not-sent"> => {
      words = written.trim();
      if (words === "") return "empty";
      // The server looks for the need in its own copy: it may not have come there yet.
      const there = await whenSent(props.document);
      setSending(!there);
      return there && (await sending.run()) ? "sent" : "not-sent";
    },
  };
}
