import { makeUndoManager } from "@concord/domain/undo";
import { type Undo, createUndo } from "@concord/solid-yjs/undo";
import { onCleanup } from "solid-js";
import * as Y from "yjs";

import { useText } from "../i18n/text.ts";
import { useAnnouncer } from "./announcer.tsx";

export interface DocumentUndo extends Undo {
  readonly manager: Y.UndoManager;
}

/**
 * Undo of what this person did in a document since the page was opened, for buttons and keys.
 * `origins` are tracked beside the commands.
 */
export function createDocumentUndo(doc: Y.Doc, origins: readonly unknown[] = []): DocumentUndo {
  const text = useText();
  const { say } = useAnnouncer();
  const manager = makeUndoManager(doc);
  for (const origin of origins) manager.addTrackedOrigin(origin);
  manager.deleteFilter = (item) => !isSharedByNow(item, doc.clientID);
  const raw = createUndo(manager);
  onCleanup(() => manager.destroy());
  const undo = {
    ...raw,
    manager,
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
  followKeys(undo);
  return undo;
}

/** Undo and redo from anywhere on the page; fields and editors take these keys themselves. */
function followKeys(undo: Undo): void {
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
export function isSharedByNow(item: Y.Item, own: number): boolean {
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
