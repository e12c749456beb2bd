import { newEntryId } from "@concord/domain/ids";
import { addNeed, moveNeed, removeNeed } from "@concord/domain/needs/commands";
import { needsIn } from "@concord/domain/needs/schema";
import { needViews } from "@concord/domain/needs/view";
import { createMapStore } from "@concord/solid-yjs/map-store";
import { createSortedEntries } from "@concord/solid-yjs/sorted";

import { useText } from "../i18n/text.ts";
import { announceNews } from "../workspace/announce-news.ts";
import { createDocumentUndo } from "../workspace/document-undo.ts";
import { createEntryList } from "../workspace/entry-list.ts";
import { firstWords } from "../workspace/first-words.ts";
import type { OpenDocument } from "../workspace/open-document.ts";
import { createOwners } from "../workspace/owners.ts";
import { choiceThatShows, isOwnOrder } from "./choice.ts";
import { createGroupNames } from "./group-names.ts";
import { createNeedsView } from "./create-view.ts";

/** The needs of a document, what of them is shown here, and what can be done with them. */
export function createNeeds(document: OpenDocument) {
  const text = useText();
  const { doc } = document;
  const store = createMapStore(needsIn(doc));
  const needs = createSortedEntries(needViews(() => store));
  const owners = createOwners();
  const view = createNeedsView(needs, owners);
  const canMove = () => isOwnOrder(view.choice());
  const entries = createEntryList({
    entries: view.shown,
    nameOf: (need, place) => text.needs.name(firstWords(need.text), place),
    move: (id, place) => moveNeed(doc, id, place),
    remove: (id) => removeNeed(doc, id),
  });
  announceNews(document, needsIn(doc), text.needs.words);
  const add = () => {
    const id = newEntryId();
    const { whose, kind: wanted } = view.choice();
    const owner = whose === "ours" ? "ours" : owners.own();
    const kind = wanted === "all" ? "need" : wanted;
    entries.awaitFocus(id);
    const need = { whose: view.whoseOf(owner), kind, status: "open" } as const;
    view.choose(choiceThatShows(view.choice(), need));
    addNeed(doc, { id, owner, kind });
  };
  return {
    needs,
    owners,
    view,
    canMove,
    groups: createGroupNames(owners),
    list: {
      ...entries,
      // A place among what is picked out or grouped would be another one in the list.
      isFirst: (id: Parameters<typeof entries.isFirst>[0]) => !canMove() || entries.isFirst(id),
      isLast: (id: Parameters<typeof entries.isLast>[0]) => !canMove() || entries.isLast(id),
    },
    add,
    undo: createDocumentUndo(doc),
  };
}
