import Plus from "~icons/lucide/plus";
import { addNote, moveNote, removeNote, setNoteOwner } from "@concord/domain/check-ins/commands";
import { type NoteList, notesIn, noteText } from "@concord/domain/check-ins/schema";
import { type NoteView, noteViews } from "@concord/domain/check-ins/view";
import { newEntryId } from "@concord/domain/ids";
import type { Subject } from "@concord/domain/ledger/subjects";
import { createMapStore } from "@concord/solid-yjs/map-store";
import { createSortedEntries } from "@concord/solid-yjs/sorted";
import { For, type JSX, Show, untrack } from "solid-js";

import { useText } from "../i18n/text.ts";
import { Button } from "../ui/button.tsx";
import { announceNews } from "../workspace/announce-news.ts";
import type { DocumentUndo } from "../workspace/document-undo.ts";
import { EntryCard } from "../workspace/entry-card.tsx";
import { type EntryList, createEntryList } from "../workspace/entry-list.ts";
import { EntryMenu } from "../workspace/entry-menu.tsx";
import { firstWords } from "../workspace/first-words.ts";
import { Grip } from "../workspace/grip.tsx";
import type { OpenDocument } from "../workspace/open-document.ts";
import { OwnerMark } from "../workspace/owner-mark.tsx";
import { type Owners, createOwners } from "../workspace/owners.ts";
import { RemovedToast } from "../workspace/removed-toast.tsx";
import { SharedText } from "../workspace/shared-text.tsx";
import styles from "./check-in.module.css";
import { MakeMenu } from "./make-menu.tsx";

interface ListProps {
  readonly document: OpenDocument;
  readonly undo: DocumentUndo;
  readonly list: NoteList;
  /** What a promise made from its entries comes from. */
  readonly from: Subject;
}

function createNotes(document: OpenDocument, name: NoteList) {
  const text = useText();
  const words = text.checkIns.notes[name];
  const { doc } = document;
  const store = createMapStore(notesIn(doc, name));
  const notes = createSortedEntries(noteViews(() => store));
  const owners = createOwners();
  const list = createEntryList({
    entries: notes,
    nameOf: (note, place) => words.name(firstWords(note.text), place),
    move: (id, place) => moveNote(doc, name, id, place),
    remove: (id) => removeNote(doc, name, id),
  });
  announceNews(document, notesIn(doc, name), words.words);
  const add = () => {
    const id = newEntryId();
    list.awaitFocus(id);
    addNote(doc, name, { id, owner: owners.own() });
  };
  return { words, notes, owners, list, add };
}

/** One of the two lists of a check-in's notes. */
export function NoteListSection(props: ListProps): JSX.Element {
  const text = useText();
  // Another document is another page: this one keeps its own.
  const { document, list: name } = untrack(() => ({ ...props }));
  const { words, notes, owners, list, add } = createNotes(document, name);
  const id = `step-${name}`;
  return (
    <section class={styles["step"]} aria-labelledby={id}>
      <h3 id={id}>{words.title}</h3>
      <Show when={notes().length > 0} fallback={<p class={styles["lead"]}>{words.empty}</p>}>
        <ol class={styles["list"]} aria-label={words.list} ref={(it) => list.ref(it)}>
          <For each={notes()}>
            {(note, at) => (
              <NoteCard {...props} {...{ note, owners, entries: list }} place={at() + 1} />
            )}
          </For>
        </ol>
      </Show>
      <Show when={!document.readOnly}>
        <div>
          <Button onClick={add}>
            <Plus />
            {words.add}
          </Button>
        </div>
      </Show>
      <RemovedToast list={list} words={text.checkIns.notes.removed} undo={props.undo} />
    </section>
  );
}

function NoteCard(
  props: ListProps & {
    readonly note: NoteView;
    readonly owners: Owners;
    readonly entries: EntryList;
    /** Counts from 1. */
    readonly place: number;
  },
): JSX.Element {
  const text = useText();
  const words = () => text.checkIns.notes[props.list];
  const doc = () => props.document.doc;
  const name = () => props.entries.nameOf(props.note.id);
  return (
    <EntryCard
      list={props.entries}
      id={props.note.id}
      owners={props.owners}
      owner={props.note.owner}
    >
      <div class={styles["marks"]}>
        <OwnerMark
          owners={props.owners}
          owner={props.note.owner}
          label={text.checkIns.notes.owner(name())}
          readOnly={props.document.readOnly}
          onChoose={(owner) => setNoteOwner(doc(), props.list, props.note.id, owner)}
        />
        <span class={styles["space"]} />
        <Show when={!props.document.readOnly}>
          <EntryMenu list={props.entries} id={props.note.id} />
          <Grip list={props.entries} id={props.note.id} />
        </Show>
      </div>
      <SharedText
        doc={doc()}
        undo={props.undo}
        readOnly={props.document.readOnly}
        look="words"
        value={props.note.text}
        text={() => noteText(doc(), props.list, props.note.id)}
        label={words().text(props.place)}
        placeholder={words().placeholder}
        autofocus={props.entries.takeFocus(props.note.id)}
      />
      <Show when={!props.document.readOnly && props.list === "help"}>
        <MakeMenu
          words={props.note.text}
          owner={props.note.owner}
          name={name()}
          from={props.from}
        />
      </Show>
    </EntryCard>
  );
}
