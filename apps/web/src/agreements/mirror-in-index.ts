import { renameInIndex, setReviewInIndex } from "@concord/domain/agreements/index-commands";
import { agreementsIn, agreementTitle, detailsIn } from "@concord/domain/agreements/schema";
import { reviewOnOf } from "@concord/domain/agreements/view";
import type { Day } from "@concord/domain/dates";
import { entryIn } from "@concord/domain/entries";
import type { EntryId } from "@concord/domain/ids";
import { plainOf } from "@concord/domain/plain";
import { createEffect, onCleanup } from "solid-js";
import type * as Y from "yjs";

import { createDocument } from "../workspace/create-document.ts";

/** How long (ms) a title must rest before the list gets it: the list is for everybody to read. */
const rest = 600;

/**
 * While a partner has an agreement open, the list of agreements follows the title and the day of
 * review that they give it.
 */
export function mirrorInIndex(doc: Y.Doc, id: EntryId): void {
  const index = createDocument(() => "agreements");
  const title = makeHandOver(id, renameInIndex);
  const review = makeHandOver(id, setReviewInIndex);
  createEffect(() => {
    const { doc: list } = index();
    for (const { follow } of [title, review]) onCleanup(follow(list));
  });
  onCleanup(followTitle(doc, title.handOn));
  onCleanup(followReview(doc, review.handOn));
}

/**
 * Writes the latest value into the list, at once or as soon as the list has the agreement: it may
 * still be on its way when the first word is written.
 */
export function makeHandOver<Value>(
  id: EntryId,
  write: (list: Y.Doc, id: EntryId, value: Value) => void,
): {
  readonly handOn: (value: Value) => void;
  /** Follows a list until the result is called. */
  readonly follow: (list: Y.Doc) => () => void;
} {
  let list: Y.Doc | null = null;
  let waiting: { readonly value: Value } | null = null;
  const settle = () => {
    if (!waiting || !list || !entryIn(agreementsIn(list), id)) return;
    const { value } = waiting;
    waiting = null;
    write(list, id, value);
  };
  return {
    handOn: (value) => {
      waiting = { value };
      settle();
    },
    follow: (next) => {
      list = next;
      next.on("update", settle);
      settle();
      return () => next.off("update", settle);
    },
  };
}

/** Hands on the day of review when this person has changed it. */
export function followReview(doc: Y.Doc, handOn: (reviewOn: Day | null) => void): () => void {
  const details = detailsIn(doc);
  const changed = (_: Y.YMapEvent<unknown>, { local }: Y.Transaction) => {
    if (local) handOn(reviewOnOf(plainOf(details)));
  };
  details.observe(changed);
  return () => details.unobserve(changed);
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
