import { makeUndoManager } from "@concord/domain/undo";
import { type Undo, createUndo } from "@concord/solid-yjs/undo";
import { onCleanup } from "solid-js";
import * as Y from "yjs";

import { useText } from "../i18n/text.ts";
import { useAnnouncer } from "./announcer.tsx";

export interface DocumentUndo extends Undo {
  readonly manager: Y.UndoManager;
  /** Undoes what comes with this origin as well as commands. */
  readonly track: (origin: unknown) => void;
}

/**
 * Undo of what this person did in a document since the page was opened, for buttons and keys. On a
 * page of several documents the keys are the page's: see `createPageUndo`.
 */
export function createDocumentUndo(doc: Y.Doc, { keys = true } = {}): DocumentUndo {
  const text = useText();
  const { say } = useAnnouncer();
  const manager = makeOwnUndo(doc);
  const raw = createUndo(manager);
  onCleanup(() => manager.destroy());
  const undo = {
    ...raw,
    manager,
    track: (origin: unknown) => manager.addTrackedOrigin(origin),
    undo: () => {
      if (!raw.canUndo()) return;
      raw.undo();
      say(text.workspace.undone);
    },
    redo: () => {
      if (!raw.canRedo()) return;
      raw.redo();
      say(text.workspace.redone);
    },
  };
  if (keys) followKeys(undo);
  return undo;
}

/** The document's undo, kept from what the partner has written, and from what changed nothing. */
export function makeOwnUndo(doc: Y.Doc): Y.UndoManager {
  const manager = makeUndoManager(doc);
  const captures = manager.captureTransaction;
  // An editor's binding opens a transaction whenever the caret moves; each would be a step, and
  // would forget what can be done again.
  manager.captureTransaction = (change) => change.changed.size > 0 && captures(change);
  manager.deleteFilter = (item) => !isSharedByNow(item, doc.clientID);
  return manager;
}

/** Undo and redo from anywhere on the page; fields and editors take these keys themselves. */
export function followKeys(undo: Pick<Undo, "undo" | "redo">): void {
  const pressed = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey === event.metaKey) return;
    if (event.target instanceof Element && event.target.matches("input, textarea, select")) return;
    const key = event.key.toLowerCase();
    const again = (key === "z" && event.shiftKey) || key === "y";
    if (key !== "z" && !again) return;
    event.preventDefault();
    if (again) undo.redo();
    else undo.undo();
  };
  window.addEventListener("keydown", pressed);
  onCleanup(() => window.removeEventListener("keydown", pressed));
}

/**
 * Whether undo would take away what somebody else has written since: what holds words of theirs
 * stays, and so do the first values of an entry that does.
 */
function isSharedByNow(item: Y.Item, own: number): boolean {
  if (item.content instanceof Y.ContentType) return holdsOthers(item.content.type, own);
  const isFirstValue = item.parentSub !== null && item.left === null;
  return isFirstValue && item.parent instanceof Y.Map && holdsOthers(item.parent, own);
}

type AnyType = Pick<Y.AbstractType<unknown>, "_start" | "_map">;

function holdsOthers(type: AnyType, own: number): boolean {
  for (let item = type._start; item; item = item.right) if (isOthers(item, own)) return true;
  for (const item of type._map.values()) {
    if (item.content instanceof Y.ContentType && isOthers(item, own)) return true;
  }
  return false;
}

function isOthers(item: Y.Item, own: number): boolean {
  if (item.deleted) return false;
  if (item.content instanceof Y.ContentType) return holdsOthers(item.content.type, own);
  return item.countable && item.id.client !== own;
}
