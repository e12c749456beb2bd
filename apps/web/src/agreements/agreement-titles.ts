import { agreementsIn } from "@concord/domain/agreements/schema";
import { agreementSummaries } from "@concord/domain/agreements/view";
import type { EntryId, SpaceId } from "@concord/domain/ids";
import { createMapStore } from "@concord/solid-yjs/map-store";
import { createSortedEntries } from "@concord/solid-yjs/sorted";
import { type Accessor, createMemo } from "solid-js";

import { useText } from "../i18n/text.ts";
import { createDocument } from "../workspace/create-document.ts";

/**
 * The titles of a space's agreements, in their order; it follows the index document live, for as
 * long as the owner is there. For the space that the page is in.
 */
export function createAgreementTitles(
  _space: SpaceId,
): Accessor<readonly { readonly id: EntryId; readonly title: string }[]> {
  const text = useText();
  const index = createDocument(() => "agreements");
  const summaries = createMemo(() => {
    const store = createMapStore(agreementsIn(index().doc));
    return createSortedEntries(agreementSummaries(() => store));
  });
  return createMemo(() =>
    summaries()().map(({ id, title }) => ({ id, title: title || text.agreements.untitled })),
  );
}
