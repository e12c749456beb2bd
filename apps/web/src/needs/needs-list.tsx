import Plus from "~icons/lucide/plus";
import { For, type JSX, Show, untrack } from "solid-js";

import { useText } from "../i18n/text.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/surface.tsx";
import { PrintButton } from "../ui/print-button.tsx";
import { ListTools } from "../workspace/list-tools.tsx";
import type { OpenDocument } from "../workspace/open-document.ts";
import { RemovedToast } from "../workspace/removed-toast.tsx";
import { createNeeds } from "./create-needs.ts";
import { GoneBoundaries } from "./gone-boundaries.tsx";
import { KindsHelp } from "./kinds-help.tsx";
import { NeedCard } from "./need-card.tsx";
import styles from "./needs.module.css";
import { PaperHead } from "./paper-head.tsx";
import { ViewChoice } from "./view-choice.tsx";

type Needs = ReturnType<typeof createNeeds>;

export function NeedsList(props: { readonly document: OpenDocument }): JSX.Element {
  const text = useText();
  // Another document is another page: this one keeps its own.
  const document = untrack(() => props.document);
  const { readOnly } = document;
  const made = createNeeds(document);
  const { needs, undo } = made;
  const Add = () => (
    <Button kind="primary" onClick={made.add}>
      <Plus />
      {text.needs.add}
    </Button>
  );
  return (
    <>
      <div class={styles["intro"]}>
        <KindsHelp />
        <Show when={needs().length > 0}>
          <PrintButton />
        </Show>
      </div>
      <Show when={!readOnly && (needs().length > 0 || undo.canUndo())}>
        <ListTools undo={undo}>
          <Add />
        </ListTools>
      </Show>
      <GoneBoundaries document={document} needs={needs()} />
      <Show
        when={needs().length > 0}
        fallback={
          <EmptyState title={text.needs.empty.title}>
            <p>{readOnly ? text.needs.empty.readOnly : text.needs.empty.text}</p>
            <Show when={!readOnly && !undo.canUndo()}>
              <Add />
            </Show>
          </EmptyState>
        }
      >
        <Shown made={made} document={document} />
      </Show>
      <RemovedToast list={made.list} words={text.needs.removed} undo={undo} />
    </>
  );
}

/** What was chosen of the list, and how it is chosen. */
function Shown(props: { readonly made: Needs; readonly document: OpenDocument }): JSX.Element {
  const text = useText();
  const { made, document } = untrack(() => props);
  const { view, groups, list, owners, undo } = made;
  const headingOf = (id: string) => {
    const group = view.starts().get(id);
    return group === undefined ? null : groups.nameOf(group);
  };
  return (
    <>
      <Show when={made.needs().length > 1}>
        <ViewChoice view={view} nameOfGroup={groups.nameOf} whose={groups.whose()} />
      </Show>
      <PaperHead choice={view.choice()} nameOfGroup={groups.nameOf} />
      <Show when={view.shown().length === 0}>
        <p class={styles["nothing"]}>{text.needs.view.nothing}</p>
      </Show>
      <ol class={styles["list"]} aria-label={text.needs.list} ref={(it) => list.ref(it)}>
        <For each={view.shown()}>
          {(need, at) => (
            <NeedCard
              {...{ document, need, undo, owners, list }}
              place={at() + 1}
              heading={headingOf(need.id)}
              canMove={made.canMove()}
            />
          )}
        </For>
      </ol>
      <Show when={!document.readOnly && view.shown().length > 2}>
        <Button class={styles["another"] ?? ""} onClick={made.add}>
          <Plus />
          {text.needs.addAnother}
        </Button>
      </Show>
    </>
  );
}
