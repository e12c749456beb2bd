import Plus from "~icons/lucide/plus";
import {
  addAgreement,
  moveAgreement,
  removeAgreement,
} from "@concord/domain/agreements/index-commands";
import { agreementsIn } from "@concord/domain/agreements/schema";
import { type AgreementSummary, agreementSummaries } from "@concord/domain/agreements/view";
import { parseDay } from "@concord/domain/dates";
import { newEntryId } from "@concord/domain/ids";
import { createMapStore } from "@concord/solid-yjs/map-store";
import { createSortedEntries } from "@concord/solid-yjs/sorted";
import { A, useNavigate } from "@solidjs/router";
import { For, type JSX, Show, untrack } from "solid-js";

import { useLanguage, useText } from "../i18n/text.ts";
import { useSpace } from "../spaces/space-context.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/surface.tsx";
import { announceNews } from "../workspace/announce-news.ts";
import { coarseDay, dayOf } from "../workspace/coarse-day.ts";
import { createDocumentUndo } from "../workspace/document-undo.ts";
import { createEntryList } from "../workspace/entry-list.ts";
import { EntryMenu } from "../workspace/entry-menu.tsx";
import { ListTools } from "../workspace/list-tools.tsx";
import type { OpenDocument } from "../workspace/open-document.ts";
import { RemovedToast } from "../workspace/removed-toast.tsx";
import styles from "./agreements-list.module.css";
import { TemplateChoice } from "./template-choice.tsx";
import type { TemplateName } from "./templates.ts";

/** The agreements of the index, and what can be done with them here. */
function createAgreements(document: OpenDocument) {
  const text = useText();
  const { space } = useSpace();
  const navigate = useNavigate();
  const { doc } = document;
  const store = createMapStore(agreementsIn(doc));
  const agreements = createSortedEntries(agreementSummaries(() => store));
  const list = createEntryList({
    entries: agreements,
    nameOf: ({ title }) => title || text.agreements.untitled,
    move: (id, place) => moveAgreement(doc, id, place),
    remove: (id) => removeAgreement(doc, id),
  });
  announceNews(document, agreementsIn(doc), text.agreements.words);
  const add = (template?: TemplateName) => {
    const id = newEntryId();
    const today = parseDay(dayOf(Date.now()));
    if (!today) return;
    addAgreement(doc, { id, title: "", createdOn: today });
    const state = template ? { template } : { fresh: true };
    navigate(`/space/${space().id}/agreements/${id}`, { state });
  };
  return { agreements, list, add, undo: createDocumentUndo(doc) };
}

export function AgreementsList(props: { readonly document: OpenDocument }): JSX.Element {
  const text = useText();
  // Another document is another page: this one keeps its own.
  const document = untrack(() => props.document);
  const { readOnly } = document;
  const { agreements, list, add, undo } = createAgreements(document);
  const Add = () => (
    <div class={styles["begin"]}>
      <Button kind="primary" onClick={() => add()}>
        <Plus />
        {text.agreements.add}
      </Button>
      <TemplateChoice onChoose={add} />
    </div>
  );
  return (
    <>
      <Show when={!readOnly && (agreements().length > 0 || undo.canUndo())}>
        <ListTools undo={undo}>
          <Add />
        </ListTools>
      </Show>
      <Show
        when={agreements().length > 0}
        fallback={
          <EmptyState title={text.agreements.empty.title}>
            <p>{readOnly ? text.agreements.empty.readOnly : text.agreements.empty.text}</p>
            <Show when={!readOnly}>
              <Add />
            </Show>
          </EmptyState>
        }
      >
        <ol class={styles["list"]} aria-label={text.agreements.list} ref={(it) => list.ref(it)}>
          <For each={agreements()}>
            {(agreement) => (
              <li class={styles["row"]}>
                <Agreement agreement={agreement} />
                <Show when={!readOnly}>
                  <EntryMenu list={list} id={agreement.id} />
                </Show>
              </li>
            )}
          </For>
        </ol>
      </Show>
      <RemovedToast list={list} words={text.agreements.removed} undo={undo} />
    </>
  );
}

function Agreement(props: { readonly agreement: AgreementSummary }): JSX.Element {
  const text = useText();
  const { locale } = useLanguage();
  const { space } = useSpace();
  const begun = () => {
    const day = props.agreement.createdOn;
    return day
      ? text.agreements.begun(coarseDay(day, Date.now(), locale, text.agreements.when))
      : "";
  };
  return (
    <A href={`/space/${space().id}/agreements/${props.agreement.id}`} class={styles["link"] ?? ""}>
      <span class={styles["title"]} classList={{ [styles["none"] ?? ""]: !props.agreement.title }}>
        {props.agreement.title || text.agreements.untitled}
      </span>
      <span class={styles["begun"]}>{begun()}</span>
    </A>
  );
}
