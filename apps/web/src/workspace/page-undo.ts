import { type Accessor, createMemo, mapArray, onCleanup } from "solid-js";
import type * as Y from "yjs";

import { type DocumentUndo, followKeys } from "./document-undo.ts";

type Stack = "undoStack" | "redoStack";
type Undoable = Pick<DocumentUndo, "manager" | "undo" | "redo">;

/**
 * The keys' undo on a page of several documents: takes back what this person did last, whichever
 * document it was in.
 */
export function createPageUndo(undos: Accessor<readonly Undoable[]>): void {
  followKeys(makePageUndo(undos));
}

/** Ends with its owner. */
export function makePageUndo(
  undos: Accessor<readonly Undoable[]>,
): Pick<DocumentUndo, "undo" | "redo"> {
  const moments = new WeakMap<object, number>();
  let now = 0;
  const stamp = ({ stackItem }: { readonly stackItem: object }) => {
    now += 1;
    moments.set(stackItem, now);
  };
  const followed = createMemo(
    mapArray(undos, (undo) => {
      follow(undo.manager, stamp);
      return undo;
    }),
  );
  const latest = (stack: Stack) => {
    const momentOf = ({ manager }: Undoable) => {
      const top = manager[stack].at(-1);
      return top ? (moments.get(top) ?? 0) : -1;
    };
    const [first] = followed().toSorted((a, b) => momentOf(b) - momentOf(a));
    return first;
  };
  return { undo: () => latest("undoStack")?.undo(), redo: () => latest("redoStack")?.redo() };
}

/** Typing goes on in a step that is there already. */
function follow(
  manager: Y.UndoManager,
  stamp: (event: { readonly stackItem: object }) => void,
): void {
  const events = ["stack-item-added", "stack-item-updated"] as const;
  for (const event of events) manager.on(event, stamp);
  onCleanup(() => {
    for (const event of events) manager.off(event, stamp);
  });
}
