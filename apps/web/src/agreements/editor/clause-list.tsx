import Plus from "~icons/lucide/plus";
import { clauseText } from "@concord/domain/agreements/clause-text";
import { addClause, moveClause, removeClause } from "@concord/domain/agreements/commands";
import { clauseBody, clausesIn } from "@concord/domain/agreements/schema";
import { type ClauseView, clauseViews } from "@concord/domain/agreements/view";
import { newEntryId } from "@concord/domain/ids";
import { subjectOfEntry } from "@concord/domain/ledger/subjects";
import { createMapStore } from "@concord/solid-yjs/map-store";
import { createSortedEntries } from "@concord/solid-yjs/sorted";
import type { EditorView } from "prosemirror-view";
import { For, type JSX, Show, createSignal, untrack } from "solid-js";
import { ySyncPluginKey } from "y-prosemirror";

import { useText } from "../../i18n/text.ts";
import { createPromiseFrom } from "../../promises/promise-from.ts";
import { Button } from "../../ui/button.tsx";
import { announceNews } from "../../workspace/announce-news.ts";
import type { DocumentUndo } from "../../workspace/document-undo.ts";
import { type EntryList, createEntryList } from "../../workspace/entry-list.ts";
import { EntryMenu } from "../../workspace/entry-menu.tsx";
import type { OpenDocument } from "../../workspace/open-document.ts";
import { RemovedToast } from "../../workspace/removed-toast.tsx";
import { ClauseAssent } from "./clause-assent.tsx";
import { ClauseEditor } from "./clause-editor.tsx";
import styles from "./clause-list.module.css";
import { type Focused, Toolbar } from "./toolbar.tsx";

interface ListProps {
  readonly document: OpenDocument;
  readonly undo: DocumentUndo;
}

/** The clauses of a document, and what can be done with them here. */
function createClauses(document: OpenDocument, undo: DocumentUndo) {
  const text = useText();
  const { doc } = document;
  const store = createMapStore(clausesIn(doc));
  const clauses = createSortedEntries(clauseViews(() => store));
  const list = createEntryList({
    entries: clauses,
    nameOf: (_, place) => text.agreements.clause(place),
    move: (id, place) => moveClause(doc, id, place),
    remove: (id) => removeClause(doc, id),
  });
  undo.track(ySyncPluginKey);
  announceNews(document, clausesIn(doc), text.agreements.clauseWords);
  const add = () => {
    const id = newEntryId();
    list.awaitFocus(id);
    addClause(doc, { id });
    // What is typed at once is a step of its own.
    undo.manager.stopCapturing();
  };
  return { clauses, list, add };
}

export function ClauseList(props: ListProps): JSX.Element {
  const text = useText();
  const document = untrack(() => props.document);
  const undo = untrack(() => props.undo);
  const { readOnly } = document;
  const { clauses, list, add } = createClauses(document, undo);
  const [focused, setFocused] = createSignal<Focused | null>(null);
  let toolbar: HTMLElement | undefined;
  return (
    <>
      <Show when={!readOnly}>
        <Toolbar focused={focused} undo={undo} ref={(it) => (toolbar = it)} />
      </Show>
      <Show when={clauses().length === 0}>
        <p class={styles["empty"]}>
          {readOnly ? text.agreements.noClausesReadOnly : text.agreements.noClauses}
        </p>
      </Show>
      <ol class={styles["list"]} aria-label={text.agreements.clauses} ref={(it) => list.ref(it)}>
        <For each={clauses()}>
          {(clause, at) => (
            <Clause
              {...{ document, undo, list, clause }}
              place={at() + 1}
              toToolbar={() => toolbar?.querySelector<HTMLElement>("[tabindex='0']")?.focus()}
              onChange={(view) => setFocused((now) => nextFocused(now, view))}
              onGone={(view) => setFocused((now) => (now?.view === view ? null : now))}
            />
          )}
        </For>
      </ol>
      <Show when={!readOnly}>
        <Button class={styles["add"] ?? ""} onClick={add}>
          <Plus />
          {text.agreements.addClause}
        </Button>
      </Show>
      <RemovedToast list={list} words={text.agreements.clauseRemoved} undo={undo} />
    </>
  );
}

interface ClauseProps extends ListProps {
  readonly list: EntryList;
  readonly clause: ClauseView;
  /** Counts from 1. */
  readonly place: number;
  readonly toToolbar: () => void;
  readonly onChange: (view: EditorView) => void;
  readonly onGone: (view: EditorView) => void;
}

/** One clause: its number, its words, what can be done with it, and who stands by it. */
function Clause(props: ClauseProps): JSX.Element {
  const text = useText();
  const name = () => text.agreements.clause(props.place);
  const body = () => clauseBody(props.document.doc, props.clause.id);
  const promiseFrom = createPromiseFrom(() => {
    const written = body();
    const subject = subjectOfEntry(props.document.room.path, props.clause.id);
    return { subject, words: written ? clauseText(written) : "" };
  });
  return (
    <li class={styles["clause"]}>
      <span class={styles["number"]} aria-hidden="true">
        {props.place}
      </span>
      <ClauseEditor
        body={body}
        document={props.document}
        undo={props.undo}
        label={name()}
        placeholder={text.agreements.clausePlaceholder}
        autofocus={props.list.takeFocus(props.clause.id)}
        toToolbar={() => props.toToolbar()}
        onChange={(view) => props.onChange(view)}
        onGone={(view) => props.onGone(view)}
      />
      <Show when={!props.document.readOnly}>
        <EntryMenu list={props.list} id={props.clause.id} also={[promiseFrom]} />
        <Show when={body()}>
          {(body) => (
            <div class={styles["assent"]}>
              <ClauseAssent
                document={props.document}
                id={props.clause.id}
                body={body()}
                name={name().toLowerCase()}
              />
            </div>
          )}
        </Show>
      </Show>
    </li>
  );
}

/** The toolbar follows the clause with the focus, and stays with it when the focus goes to it. */
function nextFocused(now: Focused | null, view: Focused["view"]): Focused | null {
  return view.hasFocus() || now?.view === view ? { view } : now;
}
