import { type JSX, createMemo } from "solid-js";

import { useText } from "../i18n/text.ts";
import { useSpace } from "../spaces/space-context.ts";
import { DocumentPage } from "../workspace/document-page.tsx";
import { goalRooms } from "./goal-rooms.ts";
import { GoalSections } from "./goal-sections.tsx";

const isSameList = <Item,>(a: readonly Item[], b: readonly Item[]): boolean =>
  a.length === b.length && a.every((item, at) => item === b[at]);

/**
 * Where both are going together, where one is going oneself, and where the other is, each written
 * live in a document of its own.
 */
export function GoalsPage(): JSX.Element {
  const text = useText();
  const { space } = useSpace();
  const rooms = createMemo(() => goalRooms(space()), [], { equals: isSameList });
  return (
    <DocumentPage
      path={rooms()[0] ?? "goals"}
      beside={rooms().slice(1)}
      title={() => (
        <>
          <h1>{text.goals.title}</h1>
          <p>{text.goals.lead}</p>
        </>
      )}
    >
      {(document, beside) => <GoalSections documents={[document, ...beside()]} />}
    </DocumentPage>
  );
}
