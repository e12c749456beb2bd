import Redo from "~icons/lucide/redo-2";
import Undo from "~icons/lucide/undo-2";
import type { JSX } from "solid-js";

import { useText } from "../i18n/text.ts";
import { Button } from "../ui/button.tsx";
import type { DocumentUndo } from "./document-undo.ts";
import styles from "./list-tools.module.css";

/** What one does to a whole list: begin something new, take back what one did oneself. */
export function ListTools(props: {
  readonly undo: DocumentUndo;
  readonly children: JSX.Element;
}): JSX.Element {
  return (
    <div class={styles["tools"]}>
      {props.children}
      <UndoButtons undo={props.undo} />
    </div>
  );
}

/** They stay reachable while there is nothing to undo, so that the focus is not lost there. */
function UndoButtons(props: { readonly undo: DocumentUndo }): JSX.Element {
  const text = useText();
  return (
    <span class={styles["history"]}>
      <Button
        kind="quiet"
        icon
        aria-label={text.workspace.undo}
        aria-disabled={!props.undo.canUndo()}
        onClick={() => props.undo.undo()}
      >
        <Undo />
      </Button>
      <Button
        kind="quiet"
        icon
        aria-label={text.workspace.redo}
        aria-disabled={!props.undo.canRedo()}
        onClick={() => props.undo.redo()}
      >
        <Redo />
      </Button>
    </span>
  );
}
