import ArrowLeft from "~icons/lucide/arrow-left";
import { type NoteView, noteBody, noteTitle } from "@concord/domain/notebook/notes";
import { type JSX, createSignal, onCleanup, untrack } from "solid-js";
import { ySyncPluginKey } from "y-prosemirror";
import { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";

import { ClauseEditor } from "../agreements/editor/clause-editor.tsx";
import { type Focused, Toolbar } from "../agreements/editor/toolbar.tsx";
import { useText } from "../i18n/text.ts";
import { Button } from "../ui/button.tsx";
import type { DocumentUndo } from "../workspace/document-undo.ts";
import { SharedText } from "../workspace/shared-text.tsx";
import styles from "./notebook.module.css";

/** One note: its title, and its words in the editor that clauses have. */
export function NoteEditor(props: {
  readonly doc: Y.Doc;
  readonly note: NoteView;
  readonly undo: DocumentUndo;
  readonly onClose: () => void;
  readonly onRemove: () => void;
}): JSX.Element {
  const text = useText();
  const words = text.notebook;
  const undo = untrack(() => props.undo);
  undo.track(ySyncPluginKey);
  // The editor shows others' cursors; here are none, and nothing of this is sent.
  const awareness = new Awareness(untrack(() => props.doc));
  onCleanup(() => awareness.destroy());
  const [focused, setFocused] = createSignal<Focused | null>(null);
  let toolbar: HTMLElement | undefined;
  return (
    <article class={styles["sheet"]}>
      <div class={styles["row"]}>
        <Button kind="quiet" onClick={() => props.onClose()}>
          <ArrowLeft />
          {words.all}
        </Button>
        <Button kind="quiet" onClick={() => props.onRemove()}>
          {words.remove}
        </Button>
      </div>
      <SharedText
        doc={props.doc}
        undo={undo}
        readOnly={false}
        text={() => noteTitle(props.doc, props.note.id)}
        look="title"
        value={props.note.title}
        label={words.titleLabel}
        placeholder={words.titlePlaceholder}
        autofocus
      />
      <Toolbar focused={focused} undo={undo} ref={(it) => (toolbar = it)} />
      <ClauseEditor
        body={() => noteBody(props.doc, props.note.id)}
        document={{ awareness, readOnly: false }}
        undo={undo}
        label={words.body}
        placeholder={words.bodyPlaceholder}
        autofocus={false}
        toToolbar={() => toolbar?.querySelector<HTMLElement>("[tabindex='0']")?.focus()}
        onChange={(view) => setFocused({ view })}
        onGone={() => setFocused(null)}
      />
    </article>
  );
}
