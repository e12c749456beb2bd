import Plus from "~icons/lucide/plus";
import { newEntryId } from "@concord/domain/ids";
import { addNeed, moveNeed, removeNeed } from "@concord/domain/needs/commands";
import { needsIn } from "@concord/domain/needs/schema";
import { needViews } from "@concord/domain/needs/view";
import { createMapStore } from "@concord/solid-yjs/map-store";
import { createSortedEntries } from "@concord/solid-yjs/sorted";
import { For, type JSX, Show, untrack } from "solid-js";

import { useText } from "../i18n/text.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/surface.tsx";
import { announceNews } from "../workspace/announce-news.ts";
import { createDocumentUndo } from "../workspace/document-undo.ts";
import { createEntryList } from "../workspace/entry-list.ts";
import { firstWords } from "../workspace/first-words.ts";
import { ListTools } from "../workspace/list-tools.tsx";
import type { OpenDocument } from "../workspace/open-document.ts";
import { createOwners } from "../workspace/owners.ts";
import { RemovedToast } from "../workspace/removed-toast.tsx";
import { KindsHelp } from "./kinds-help.tsx";
import { NeedCard } from "./need-card.tsx";
import styles from "./needs.module.css";

/** The needs of a document, and what can be done with them here. */
function createNeeds(document: OpenDocument) {
  const text = useText();
  const { doc } = document;
  const store = createMapStore(needsIn(doc));
  const needs = createSortedEntries(needViews(() => store));
  const owners = createOwners();
  const list = createEntryList({
    entries: needs,
    nameOf: (need, place) => text.needs.name(firstWords(need.text), place),
    move: (id, place) => moveNeed(doc, id, place),
    remove: (id) => removeNeed(doc, id),
  });
  announceNews(document, needsIn(doc), text.needs.words);
  const add = () => {
    const id = newEntryId();
    list.awaitFocus(id);
    addNeed(doc, { id, owner: owners.own(), kind: "need" });
  };
  return { needs, owners, list, add, undo: createDocumentUndo(doc) };
}

export function NeedsList(props: { readonly document: OpenDocument }): JSX.Element {
  const text = useText();
  // Another document is another page: this one keeps its own.
  const document = untrack(() => props.document);
  const { doc, readOnly } = document;
  const { needs, owners, list, add, undo } = createNeeds(document);
  const Add = () => (
    <Button kind="primary" onClick={add}>
      <Plus />
      {text.needs.add}
    </Button>
  );
  return (
    <>
      <KindsHelp />
      <Show when={!readOnly && (needs().length > 0 || undo.canUndo())}>
        <ListTools undo={undo}>
          <Add />
        </ListTools>
      </Show>
      <Show
        when={needs().length > 0}
        fallback={
          <EmptyState title={text.needs.empty.title}>
            <p>{readOnly ? text.needs.empty.readOnly : text.needs.empty.text}</p>
            <Show when={!readOnly && !undo.canUndo()}>
              <Add />
            </Show>
          </EmptyState>
        }
      >
        <ol class={styles["list"]} aria-label={text.needs.list} ref={(it) => list.ref(it)}>
          <For each={needs()}>
            {(need, at) => (
              <NeedCard {...{ doc, need, readOnly, undo, owners, list }} place={at() + 1} />
            )}
          </For>
        </ol>
        <Show when={!readOnly && needs().length > 2}>
          <Button class={styles["another"] ?? ""} onClick={add}>
            <Plus />
            {text.needs.addAnother}
          </Button>
        </Show>
      </Show>
      <RemovedToast list={list} words={text.needs.removed} undo={undo} />
    </>
  );
}
