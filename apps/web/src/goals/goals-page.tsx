import type { JSX } from "solid-js";

import { useText } from "../i18n/text.ts";
import { DocumentPage } from "../workspace/document-page.tsx";
import { GoalsList } from "./goals-list.tsx";

/** Where both are going, and the steps towards it, edited live. */
export function GoalsPage(): JSX.Element {
  const text = useText();
  return (
    <DocumentPage
      path="goals"
      title={() => (
        <>
          <h1>{text.goals.title}</h1>
          <p>{text.goals.lead}</p>
        </>
      )}
    >
      {(document) => <GoalsList document={document} />}
    </DocumentPage>
  );
}
