import { type Accessor, createSignal, onCleanup } from "solid-js";
import type { UndoManager } from "yjs";

export interface Undo {
  readonly canUndo: Accessor<boolean>;
  readonly canRedo: Accessor<boolean>;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** What can be undone, for buttons to follow. The manager stays its maker's to destroy. */
export function createUndo(manager: UndoManager): Undo {
  const [canUndo, setCanUndo] = createSignal(manager.canUndo());
  const [canRedo, setCanRedo] = createSignal(manager.canRedo());
  const follow = (): void => {
    setCanUndo(manager.canUndo());
    setCanRedo(manager.canRedo());
  };
  const events = ["stack-item-added", "stack-item-popped", "stack-cleared"] as const;
  for (const event of events) manager.on(event, follow);
  onCleanup(() => {
    for (const event of events) manager.off(event, follow);
  });
  return {
    canUndo,
    canRedo,
    undo: () => void manager.undo(),
    redo: () => void manager.redo(),
  };
}
