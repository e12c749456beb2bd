import { createEffect, createRoot } from "solid-js";

import type { OpenDocument } from "../workspace/open-document.ts";

/** How long (ms) a word waits for what was written just before it. */
const patience = 5_000;

/**
 * Resolves to true as soon as the server has all that was written in a document here, and to
 * false where that takes too long. What is declared about an entry is checked against the
 * server's own copy: what this page has not sent is not in it.
 */
export function whenSent(document: Pick<OpenDocument, "holdsUnsent">): Promise<boolean> {
  return new Promise((resolve) =>
    createRoot((dispose) => {
      const end = (sent: boolean) => {
        clearTimeout(timer);
        dispose();
        resolve(sent);
      };
      const timer = setTimeout(end, patience, false);
      createEffect(() => {
        if (!document.holdsUnsent()) end(true);
      });
    }),
  );
}
