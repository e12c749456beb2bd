import type { RoomPath } from "@concord/domain/rooms";
import { createEffect, createRoot, getOwner, untrack } from "solid-js";
import type * as Y from "yjs";

import { createDocument } from "../workspace/create-document.ts";

/** Writes into another document of the space; whether it could. */
export type Writer = (path: RoomPath, write: (doc: Y.Doc) => void) => Promise<boolean>;

/**
 * Opens a document for as long as it takes to write into it. What was written is sent though the
 * document is given back at once: it stays open until the server has acknowledged it.
 */
export function createWriter(): Writer {
  const owner = getOwner();
  return (path, write) =>
    new Promise((resolve) => {
      createRoot((dispose) => {
        const document = createDocument(() => path);
        const done = (could: boolean) => {
          resolve(could);
          dispose();
        };
        createEffect(() => {
          const { state, doc, readOnly } = document();
          const now = state();
          if (now.kind === "opening") return;
          const could = now.kind === "open" && !readOnly;
          if (could) untrack(() => write(doc));
          done(could);
        });
      }, owner);
    });
}
