import { parseDay } from "@concord/domain/dates";
import { type EntryId, newEntryId } from "@concord/domain/ids";
import { addNote, noteHolds, noteViews, notesIn, removeNote } from "@concord/domain/notebook/notes";
import { createMapStore } from "@concord/solid-yjs/map-store";
import { createSortedEntries } from "@concord/solid-yjs/sorted";
import { For, type JSX, Show, Suspense, createMemo, createSignal, lazy, untrack } from "solid-js";
import type * as Y from "yjs";

import { useText } from "../i18n/text.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { VaultGate } from "../vault/vault-gate.tsx";
import vault from "../vault/vault.module.css";
import { dayOf } from "../workspace/coarse-day.ts";
import { createDocumentUndo } from "../workspace/document-undo.ts";
import styles from "./notebook.module.css";

const NoteEditor = lazy(async () => ({ default: (await import("./note-editor.tsx")).NoteEditor }));

/** Several notes of one's own, found again by their words; all of it on this device. */
export function NotebookPage(): JSX.Element {
  const text = useText();
  return (
    <div class={vault["page"]}>
      <h1>{text.me.parts.notebook.title}</h1>
      <VaultGate>{(open) => <Notebook doc={open.doc} />}</VaultGate>
    </div>
  );
}

function Notebook(props: { readonly doc: Y.Doc }): JSX.Element {
  const doc = untrack(() => props.doc);
  const undo = createDocumentUndo(doc);
  const store = createMapStore(notesIn(doc));
  const notes = createSortedEntries(noteViews(() => store));
  const [chosen, setChosen] = createSignal<EntryId | null>(null);
  const shown = createMemo(() => notes().find(({ id }) => id === chosen()) ?? null);
  const begin = () => {
    const on = parseDay(dayOf(Date.now()));
    if (!on) return;
    const id = newEntryId();
    addNote(doc, { id, on });
    setChosen(id);
  };
  return (
    <Show
      when={shown()}
      keyed
      fallback={<Notes doc={doc} notes={notes()} onOpen={setChosen} onBegin={begin} />}
    >
      {(note) => (
        <Suspense fallback={<Waiting />}>
          <NoteEditor
            doc={doc}
            note={note}
            undo={undo}
            onClose={() => setChosen(null)}
            onRemove={() => {
              setChosen(null);
              removeNote(doc, note.id);
            }}
          />
        </Suspense>
      )}
    </Show>
  );
}

function Notes(props: {
  readonly doc: Y.Doc;
  readonly notes: readonly { readonly id: EntryId; readonly title: string }[];
  readonly onOpen: (id: EntryId) => void;
  readonly onBegin: () => void;
}): JSX.Element {
  const text = useText();
  const words = text.notebook;
  const [wanted, setWanted] = createSignal("");
  const found = createMemo(() => {
    const looked = wanted().trim();
    const latest = props.notes.toReversed();
    return looked === "" ? latest : latest.filter(({ id }) => noteHolds(props.doc, id, looked));
  });
  return (
    <div class={styles["notes"]}>
      <div>
        <Button kind="primary" onClick={() => props.onBegin()}>
          {words.add}
        </Button>
      </div>
      <Show when={props.notes.length > 0} fallback={<p class={styles["quiet"]}>{words.empty}</p>}>
        <TextField
          type="search"
          label={words.search}
          value={wanted()}
          onInput={(event) => setWanted(event.currentTarget.value)}
        />
        <output class={styles["quiet"]}>
          {wanted().trim() === "" ? "" : words.found(found().length)}
        </output>
        <ul class={styles["list"]} aria-label={words.list}>
          <For each={found()}>
            {(note) => (
              <li>
                <button
                  type="button"
                  class={styles["note"]}
                  aria-label={words.open(note.title || words.untitled)}
                  onClick={() => props.onOpen(note.id)}
                >
                  {note.title || words.untitled}
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </div>
  );
}
