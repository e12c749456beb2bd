import * as Y from "yjs";

import { Command } from "./origin.ts";

/**
 * Undo of one's own commands in a document, never of the partner's. Typing in quick succession
 * is one step; every other command is a step of its own. Whoever makes it destroys it.
 */
export function makeUndoManager(doc: Y.Doc): Y.UndoManager {
  let typing = false;
  const manager: Y.UndoManager = new Y.UndoManager(doc, {
    trackedOrigins: new Set([Command]),
    captureTransaction: ({ origin }) => {
      if (!(origin instanceof Command)) return true;
      const edits = origin.name === "text/edit";
      if (!edits || !typing) manager.stopCapturing();
      typing = edits;
      return true;
    },
  });
  return manager;
}
