import Plus from "~icons/lucide/plus";
import { addGoal, moveGoal, removeGoal } from "@concord/domain/goals/commands";
import { goalsIn } from "@concord/domain/goals/schema";
import { goalViews } from "@concord/domain/goals/view";
import { newEntryId } from "@concord/domain/ids";
import { createMapStore } from "@concord/solid-yjs/map-store";
import { createSortedEntries } from "@concord/solid-yjs/sorted";
import { For, type JSX, Show, untrack } from "solid-js";

import { useText } from "../i18n/text.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/surface.tsx";
import { announceNews } from "../workspace/announce-news.ts";
import { createDocumentUndo } from "../workspace/document-undo.ts";
import { createEntryList } from "../workspace/entry-list.ts";
import { firstWords } from "../workspace/first-words.ts";
import { ListTools } from "../workspace/list-tools.tsx";
import type { OpenDocument } from "../workspace/open-document.ts";
import { createOwners } from "../workspace/owners.ts";
import { RemovedToast } from "../workspace/removed-toast.tsx";
import { GoalCard } from "./goal-card.tsx";
import styles from "./goals.module.css";

/** The goals of a document, and what can be done with them here. */
function createGoals(document: OpenDocument) {
  const text = useText();
  const { doc } = document;
  const store = createMapStore(goalsIn(doc));
  const goals = createSortedEntries(goalViews(() => store));
  const owners = createOwners();
  const list = createEntryList({
    entries: goals,
    nameOf: (goal, place) => text.goals.name(firstWords(goal.title), place),
    move: (id, place) => moveGoal(doc, id, place),
    remove: (id) => removeGoal(doc, id),
  });
  announceNews(document, goalsIn(doc), text.goals.words);
  const add = () => {
    const id = newEntryId();
    list.awaitFocus(id);
    addGoal(doc, { id, owner: "ours" });
  };
  return { goals, owners, list, add, undo: createDocumentUndo(doc) };
}

export function GoalsList(props: { readonly document: OpenDocument }): JSX.Element {
  const text = useText();
  // Another document is another page: this one keeps its own.
  const document = untrack(() => props.document);
  const { doc, readOnly } = document;
  const { goals, owners, list, add, undo } = createGoals(document);
  const Add = () => (
    <Button kind="primary" onClick={add}>
      <Plus />
      {text.goals.add}
    </Button>
  );
  return (
    <>
      <Show when={!readOnly && (goals().length > 0 || undo.canUndo())}>
        <ListTools undo={undo}>
          <Add />
        </ListTools>
      </Show>
      <Show
        when={goals().length > 0}
        fallback={
          <EmptyState title={text.goals.empty.title}>
            <p>{readOnly ? text.goals.empty.readOnly : text.goals.empty.text}</p>
            <Show when={!readOnly && !undo.canUndo()}>
              <Add />
            </Show>
          </EmptyState>
        }
      >
        <ol class={styles["list"]} aria-label={text.goals.list} ref={(it) => list.ref(it)}>
          <For each={goals()}>
            {(goal, at) => (
              <GoalCard {...{ doc, goal, readOnly, undo, owners, list }} place={at() + 1} />
            )}
          </For>
        </ol>
      </Show>
      <RemovedToast list={list} words={text.goals.removed} undo={undo} />
    </>
  );
}
