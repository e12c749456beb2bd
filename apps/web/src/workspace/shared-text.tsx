import { editText } from "@concord/domain/text";
import { createTextField } from "@concord/solid-yjs/text-field";
import { type JSX, Show, createEffect, onMount } from "solid-js";
import type * as Y from "yjs";

import type { DocumentUndo } from "./document-undo.ts";
import styles from "./shared-text.module.css";

/**
 * A plain text that both write at once, character by character. It grows with its words. Who
 * looks on sees the words themselves, not a field that refuses them.
 */
export function SharedText(props: {
  readonly doc: Y.Doc;
  readonly undo: DocumentUndo;
  readonly readOnly: boolean;
  readonly label: string;
  /** The words, from a store. */
  readonly value: string;
  readonly text: () => Y.Text | null;
  /** `title` is one line, large; `words` are as many as it takes. */
  readonly look: "title" | "words" | "small";
  readonly placeholder?: string;
  /** Whether the label is to be seen. */
  readonly labelled?: boolean;
  readonly autofocus?: boolean;
  readonly ref?: (element: HTMLTextAreaElement) => void;
}): JSX.Element {
  return (
    <Show
      when={!props.readOnly}
      fallback={
        <Show when={props.value !== ""}>
          <p class={`${styles["read"]} ${styles[props.look]}`}>
            <Show when={props.labelled}>
              <span class={styles["label"]}>{props.label} </span>
            </Show>
            {props.value}
          </p>
        </Show>
      }
    >
      <Field {...props} />
    </Show>
  );
}

function Field(props: Parameters<typeof SharedText>[0]): JSX.Element {
  let field: HTMLTextAreaElement | undefined;
  const oneLine = () => props.look === "title";
  onMount(() => {
    if (!field) return;
    createTextField(field, {
      text: () => props.text(),
      value: () => props.value,
      edit: (text, splice) =>
        editText(
          props.doc,
          text,
          oneLine() ? { ...splice, insert: joined(splice.insert) } : splice,
        ),
      undo: () => props.undo.undo(),
      redo: () => props.undo.redo(),
    });
    props.ref?.(field);
  });
  createEffect(() => {
    if (props.autofocus) field?.focus();
  });
  const pressed = (event: KeyboardEvent) => {
    if (oneLine() && event.key === "Enter" && !event.isComposing) event.preventDefault();
  };
  return (
    <label class={styles["frame"]}>
      <span class={props.labelled ? styles["label"] : "visually-hidden"}>{props.label}</span>
      <span class={styles["grow"]} data-words={`${props.value} `}>
        <textarea
          ref={(it) => {
            field = it;
          }}
          rows={1}
          class={`${styles["field"]} ${styles[props.look]}`}
          placeholder={props.placeholder}
          spellcheck
          onKeyDown={pressed}
        />
      </span>
    </label>
  );
}

/** What is pasted into one line stays one line. */
const joined = (words: string): string => words.replaceAll(/\s*\n\s*/g, " ");
