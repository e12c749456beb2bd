import { renameInIndex } from "@concord/domain/agreements/index-commands";
import { agreementTitle } from "@concord/domain/agreements/schema";
import type { EntryId } from "@concord/domain/ids";
import { onCleanup } from "solid-js";
import type * as Y from "yjs";

import { createDocument } from "../workspace/create-document.ts";

/** How long (ms) a title must rest before the list gets it: the list is for everybody to read. */
const rest = 600;

/** While a partner has an agreement open, the list of agreements follows the title they give it. */
export function mirrorTitle(doc: Y.Doc, id: EntryId): void {
  const index = createDocument(() => "agreements");
  onCleanup(followTitle(doc, (title) => renameInIndex(index().doc, id, title)));
}

/**
 * Hands on the title when this person has changed it and it rests, and once more at the end. What
 * the partner writes is theirs to hand on.
 */
export function followTitle(doc: Y.Doc, handOn: (title: string) => void): () => void {
  const text = agreementTitle(doc);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = () => {
    clearTimeout(timer);
    timer = undefined;
    handOn(text.toJSON().trim());
  };
  const changed = (_: Y.YTextEvent, { local }: Y.Transaction) => {
    if (!local) return;
    clearTimeout(timer);
    timer = setTimeout(now, rest);
  };
  text.observe(changed);
  return () => {
    text.unobserve(changed);
    if (timer !== undefined) now();
  };
}
