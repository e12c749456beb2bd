import type { JSX } from "solid-js";

import { useText } from "../i18n/text.ts";
import { DocumentPage } from "../workspace/document-page.tsx";
import { NeedsList } from "./needs-list.tsx";

/** The list of what both need, edited live. */
export function NeedsPage(): JSX.Element {
  const text = useText();
  return (
    <DocumentPage
      path="needs"
      title={() => (
        <>
          <h1>{text.needs.title}</h1>
          <p>{text.needs.lead}</p>
        </>
      )}
    >
      {(document) => <NeedsList document={document} />}
    </DocumentPage>
  );
}
