import { addGoal, moveGoal, removeGoal } from "@concord/domain/goals/commands";
import { goalsIn } from "@concord/domain/goals/schema";
import { type GoalView, goalViews } from "@concord/domain/goals/view";
import { newEntryId } from "@concord/domain/ids";
import type { Owner } from "@concord/domain/owners";
import { ownerOf } from "@concord/domain/rooms";
import { createMapStore } from "@concord/solid-yjs/map-store";
import { createSortedEntries } from "@concord/solid-yjs/sorted";
import { type Accessor, untrack } from "solid-js";

import { useText } from "../i18n/text.ts";
import { useSpace } from "../spaces/space-context.ts";
import { announceNews } from "../workspace/announce-news.ts";
import { type DocumentUndo, createDocumentUndo } from "../workspace/document-undo.ts";
import { type EntryList, createEntryList } from "../workspace/entry-list.ts";
import { firstWords } from "../workspace/first-words.ts";
import type { OpenDocument } from "../workspace/open-document.ts";
import { type Owners, createOwners } from "../workspace/owners.ts";

/** Both partners', one's own, or somebody else's own, which one reads. */
export type SectionKind = "ours" | "mine" | "theirs";

/** The goals of one document, and what can be done with them here. */
export interface GoalSection {
  readonly document: OpenDocument;
  readonly kind: SectionKind;
  /** Whose its goals are, but for those that both write and one of them once claimed. */
  readonly owner: Owner;
  readonly goals: Accessor<readonly GoalView[]>;
  readonly owners: Owners;
  readonly list: EntryList;
  readonly undo: DocumentUndo;
  readonly add: () => void;
  /** Whose one of them is. What stands among somebody's own is theirs, whatever it says. */
  readonly ownerOf: (goal: GoalView) => Owner;
}

export function createGoalSection(document: OpenDocument): GoalSection {
  const text = useText();
  const { space } = useSpace();
  const { doc, room } = document;
  const owner = ownerOf(room.path) ?? "ours";
  const kind = kindOf(owner, untrack(space).you.id);
  const store = createMapStore(goalsIn(doc));
  const goals = createSortedEntries(goalViews(() => store));
  const list = createEntryList({
    entries: goals,
    nameOf: (goal, place) => text.goals.name(firstWords(goal.title), place),
    move: (id, place) => moveGoal(doc, id, place),
    remove: (id) => removeGoal(doc, id),
  });
  announceNews(document, goalsIn(doc), text.goals.words[kind]);
  const add = () => {
    const id = newEntryId();
    list.awaitFocus(id);
    addGoal(doc, { id, owner, ...(kind === "ours" ? {} : { backing: "listen" }) });
  };
  return {
    document,
    kind,
    owner,
    goals,
    owners: createOwners(),
    list,
    undo: createDocumentUndo(doc, { keys: false }),
    add,
    ownerOf: (goal) => (owner === "ours" ? goal.owner : owner),
  };
}

function kindOf(owner: Owner, self: string): SectionKind {
  if (owner === "ours") return "ours";
  return owner === self ? "mine" : "theirs";
}
