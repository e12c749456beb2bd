import { addClause } from "@concord/domain/agreements/commands";
import type { DraftView } from "@concord/domain/drafts/drafts";
import { type EntryId, newEntryId } from "@concord/domain/ids";
import { addNeed } from "@concord/domain/needs/commands";
import { For, type JSX, Match, Show, Switch, createSignal } from "solid-js";

import { createAgreementTitles } from "../agreements/agreement-titles.ts";
import { useText } from "../i18n/text.ts";
import { useSpace } from "../spaces/space-context.ts";
import { Button } from "../ui/button.tsx";
import { createDocument } from "../workspace/create-document.ts";
import type { DraftProps } from "./draft-card.tsx";
import styles from "./drafts.module.css";

interface ShareProps extends DraftProps {
  readonly name: string;
}

/** Where a draft goes once it is ready: its words as they are, by a fresh insert. */
export function ShareDraft(props: ShareProps): JSX.Element {
  const text = useText();
  const words = text.drafts;
  const [asking, setAsking] = createSignal(false);
  const [shared, setShared] = createSignal(false);
  const done = () => {
    setAsking(false);
    setShared(true);
  };
  return (
    <>
      <Show when={wordsOf(props.draft, words.asNeed) !== "" && !asking()}>
        <div class={styles["actions"]}>
          <Button aria-label={words.shareOf(props.name)} onClick={() => setAsking(true)}>
            {words.share}
          </Button>
        </div>
      </Show>
      <Show when={asking()}>
        <div class={styles["share"]}>
          <p>{words.shareText}</p>
          <Switch>
            <Match when={props.draft.kind === "clause"}>
              <IntoAgreement {...props} onDone={done} />
            </Match>
            <Match when={props.draft.kind !== "clause"}>
              <IntoNeeds {...props} onDone={done} />
            </Match>
          </Switch>
          <Button kind="quiet" onClick={() => setAsking(false)}>
            {words.keep}
          </Button>
        </div>
      </Show>
      <output class={styles["said"]}>{shared() ? words.shared : ""}</output>
    </>
  );
}

/** What of a draft is shared: a soft start becomes one sentence. */
function wordsOf(
  draft: DraftView,
  asNeed: (feel: string, about: string, need: string) => string,
): string {
  if (draft.kind !== "soft-start") return draft.text.trim();
  return asNeed(draft.feel.trim(), draft.about.trim(), draft.text.trim());
}

function IntoNeeds(props: ShareProps & { readonly onDone: () => void }): JSX.Element {
  const text = useText();
  const { space } = useSpace();
  const needs = createDocument(() => "needs");
  const share = () => {
    addNeed(needs().doc, {
      id: newEntryId(),
      owner: space().you.id,
      kind: props.draft.kind === "need" ? props.draft.needKind : "need",
      text: wordsOf(props.draft, text.drafts.asNeed),
      help: props.draft.kind === "need" ? props.draft.help.trim() : "",
    });
    props.onDone();
  };
  return <Button onClick={share}>{text.drafts.shareNeed}</Button>;
}

function IntoAgreement(props: ShareProps & { readonly onDone: () => void }): JSX.Element {
  const text = useText();
  const { space } = useSpace();
  const titles = createAgreementTitles(space().id);
  return (
    <Show when={titles().length > 0} fallback={<p>{text.drafts.noAgreements}</p>}>
      <For each={titles()}>{(agreement) => <IntoOne {...props} agreement={agreement} />}</For>
    </Show>
  );
}

function IntoOne(
  props: ShareProps & {
    readonly onDone: () => void;
    readonly agreement: { readonly id: EntryId; readonly title: string };
  },
): JSX.Element {
  const text = useText();
  const document = createDocument(() => `agreement/${props.agreement.id}` as const);
  const share = () => {
    addClause(document().doc, {
      id: newEntryId(),
      content: [{ type: "paragraph", runs: [wordsOf(props.draft, text.drafts.asNeed)] }],
    });
    props.onDone();
  };
  return (
    <Button onClick={share}>
      {text.drafts.shareClause(props.agreement.title || text.agreements.untitled)}
    </Button>
  );
}
