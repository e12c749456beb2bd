import { For, type JSX, createMemo, mapArray } from "solid-js";

import { createPageUndo } from "../workspace/page-undo.ts";
import type { OpenDocument } from "../workspace/open-document.ts";
import { RemovedToast } from "../workspace/removed-toast.tsx";
import { createGoalSection } from "./goal-section.ts";
import { GoalsList } from "./goals-list.tsx";
import { createHandingOver } from "./hand-over.ts";

/** Ours, mine, and my partner's own, one below the other; the first is the page's own document. */
export function GoalSections(props: { readonly documents: readonly OpenDocument[] }): JSX.Element {
  const sections = createMemo(mapArray(() => props.documents, createGoalSection));
  const handingOver = createHandingOver(sections);
  createPageUndo(() => sections().map(({ undo }) => undo));
  return (
    <>
      <For each={sections()}>
        {(section, at) => (
          <GoalsList section={section} isFirst={at() === 0} handingOver={handingOver} />
        )}
      </For>
      <RemovedToast
        list={{ removals: handingOver.count }}
        words={handingOver.words()}
        undo={{ undo: handingOver.takeBack }}
      />
    </>
  );
}
