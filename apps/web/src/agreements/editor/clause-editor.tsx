import type { EditorView } from "prosemirror-view";
import { type JSX, createEffect, onCleanup, onMount } from "solid-js";
import type * as Y from "yjs";

import type { DocumentUndo } from "../../workspace/document-undo.ts";
import type { OpenDocument } from "../../workspace/open-document.ts";
import { makeClauseView } from "./clause-view.ts";
import styles from "./clause.module.css";

/** One clause's words, for as long as it is in the agreement. */
export function ClauseEditor(props: {
  readonly body: () => Y.XmlFragment | null;
  readonly document: Pick<OpenDocument, "awareness" | "readOnly">;
  readonly undo: DocumentUndo;
  readonly label: string;
  readonly placeholder: string;
  readonly autofocus: boolean;
  readonly toToolbar: () => void;
  readonly onChange: (view: EditorView) => void;
  readonly onGone: (view: EditorView) => void;
}): JSX.Element {
  let host: HTMLDivElement | undefined;
  onMount(() => {
    const body = props.body();
    if (!host || !body) return;
    const view = makeClauseView(host, {
      body,
      awareness: props.document.awareness,
      readOnly: props.document.readOnly,
      manager: props.undo.manager,
      history: props.undo,
      placeholder: props.placeholder,
      label: () => props.label,
      toToolbar: () => props.toToolbar(),
      onChange: (view) => props.onChange(view),
    });
    if (props.autofocus) view.focus();
    createEffect(() => {
      // Its name holds its place, which may change while it is open.
      if (props.label) view.setProps({});
    });
    onCleanup(() => {
      props.onGone(view);
      view.destroy();
    });
  });
  return (
    <div
      class={styles["host"]}
      ref={(it) => {
        host = it;
      }}
    />
  );
}
