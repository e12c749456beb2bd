import Undo from "~icons/lucide/undo-2";
import { addNeed } from "@concord/domain/needs/commands";
import { type GoneBoundary, goneBoundaries } from "@concord/domain/needs/stood-by";
import type { NeedView } from "@concord/domain/needs/view";
import { For, type JSX, Show, createMemo } from "solid-js";

import { createAction } from "../api/action.ts";
import { useText } from "../i18n/text.ts";
import { createWords } from "../ledger/assent-words.ts";
import { useLedger } from "../ledger/ledger-context.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/surface.tsx";
import { Trouble } from "../ui/trouble.tsx";
import { useAnnouncer } from "../workspace/announcer.tsx";
import { firstWords } from "../workspace/first-words.ts";
import type { OpenDocument } from "../workspace/open-document.ts";
import { focusOn } from "../shell/heading.ts";
import styles from "./needs.module.css";

/** One's own boundaries that one still stands by, though somebody took them out of the list. */
export function GoneBoundaries(props: {
  readonly document: OpenDocument;
  readonly needs: readonly NeedView[];
}): JSX.Element {
  const { view, known } = useLedger();
  const words = createWords();
  const gone = createMemo(() => {
    // Before the server's copy is here, what is missing may only be on its way.
    if (!known() || !props.document.synced()) return [];
    const there = new Set(props.needs.map(({ id }) => id));
    return goneBoundaries(view(), words.you(), (id) => there.has(id));
  });
  return <For each={gone()}>{(it) => <Gone document={props.document} gone={it} />}</For>;
}

function Gone(props: {
  readonly document: OpenDocument;
  readonly gone: GoneBoundary;
}): JSX.Element {
  const text = useText();
  const { gone: words } = text.needs;
  const { day } = createWords();
  const { withdraw } = useLedger();
  const { say } = useAnnouncer();
  const name = () => text.needs.name(firstWords(props.gone.text), 1);
  const letting = createAction(() => withdraw(props.gone.assent.id));
  const toHeading = () => {
    const heading = document.querySelector<HTMLElement>("main h1");
    if (heading) focusOn(heading);
  };
  const putBack = () => {
    const { id, kind, text, help, assent } = props.gone;
    say(words.isBack(name()));
    addNeed(props.document.doc, { id, owner: assent.author, kind, text, help });
    toHeading();
  };
  const letGo = async () => {
    if (await letting.run()) toHeading();
  };
  return (
    <Notice tone="care">
      <strong>{words.title}</strong>
      <figure class={styles["gone"]}>
        <figcaption>{words.text(day(props.gone.assent))}</figcaption>
        <blockquote>
          {props.gone.text}
          <Show when={props.gone.help}>
            <br />
            {text.needs.help}: {props.gone.help}
          </Show>
        </blockquote>
      </figure>
      <Trouble words={letting.trouble()} />
      <div class={styles["goneActions"]}>
        <Button aria-label={words.putBackOf(name())} onClick={putBack}>
          <Undo />
          {words.putBack}
        </Button>
        <Button
          kind="quiet"
          aria-label={words.letGoOf(name())}
          aria-disabled={letting.busy()}
          onClick={() => void letGo()}
        >
          {words.letGo}
        </Button>
      </div>
    </Notice>
  );
}
