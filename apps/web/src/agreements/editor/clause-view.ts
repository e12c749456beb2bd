import { EditorState, Plugin } from "prosemirror-state";
import { Decoration, DecorationSet, EditorView } from "prosemirror-view";
import { initProseMirrorDoc, ySyncPlugin } from "y-prosemirror";
import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";

import { clauseCursors } from "./clause-cursors.ts";
import { clauseKeys, type History, typedFormats } from "./clause-keys.ts";
import { clauseUndo } from "./clause-undo.ts";
import styles from "./clause.module.css";
import { clauseSchema } from "./schema.ts";

export interface ClauseViewOptions {
  readonly body: Y.XmlFragment;
  readonly awareness: Awareness;
  readonly manager: Y.UndoManager;
  readonly history: History;
  readonly readOnly: boolean;
  readonly placeholder: string;
  readonly label: () => string;
  readonly toToolbar: () => void;
  /** The words, the selection or the focus are other ones now. */
  readonly onChange: (view: EditorView) => void;
}

/** What the toolbar, and the places at the foot of a phone, may cover (px). */
const scrollMargin = { top: 72, bottom: 96, left: 0, right: 0 };

/** The editor of one clause, on its text in the shared document. */
export function makeClauseView(host: HTMLElement, options: ClauseViewOptions): EditorView {
  const { body, readOnly, onChange } = options;
  const view: EditorView = new EditorView(host, {
    state: stateOf(options),
    editable: () => !readOnly,
    scrollMargin,
    scrollThreshold: scrollMargin,
    attributes: () => attributesOf(options),
    dispatchTransaction: (tr) => {
      view.updateState(view.state.apply(tr));
      onChange(view);
    },
    handleDOMEvents: {
      focus: () => {
        onChange(view);
        return false;
      },
    },
  });
  return view;

  function stateOf({ awareness, manager, history, toToolbar, placeholder }: ClauseViewOptions) {
    // A text without any node shows as one empty paragraph, which is written with the first word.
    const shown = body.length > 0 ? initProseMirrorDoc(body, clauseSchema) : null;
    return EditorState.create({
      schema: clauseSchema,
      ...(shown ? { doc: shown.doc } : {}),
      plugins: [
        ySyncPlugin(body, shown ? { mapping: shown.mapping } : {}),
        clauseCursors(awareness, body),
        clauseUndo(manager, body),
        blankHint(placeholder),
        ...(readOnly ? [] : [typedFormats(), ...clauseKeys(history, toToolbar)]),
      ],
    });
  }
}

function attributesOf({ readOnly, label }: ClauseViewOptions): Record<string, string> {
  const look = styles["editor"] ?? "";
  if (readOnly) return { class: look, role: "group", "aria-label": label() };
  const field = { role: "textbox", "aria-multiline": "true", spellcheck: "true" };
  return { class: look, ...field, "aria-label": label() };
}

/** What an empty clause says until somebody writes in it. */
function blankHint(placeholder: string): Plugin {
  return new Plugin({
    props: {
      decorations: ({ doc }) => {
        const { firstChild, childCount } = doc;
        const isBlank = childCount === 1 && firstChild?.isTextblock && firstChild.childCount === 0;
        if (!isBlank || !firstChild) return null;
        const hint = { class: styles["blank"] ?? "", "data-placeholder": placeholder };
        return DecorationSet.create(doc, [Decoration.node(0, firstChild.nodeSize, hint)]);
      },
    },
  });
}
