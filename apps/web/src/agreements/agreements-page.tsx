import type { JSX } from "solid-js";

import { useText } from "../i18n/text.ts";
import { DocumentPage } from "../workspace/document-page.tsx";
import { AgreementsList } from "./agreements-list.tsx";

/** The list of a couple's agreements. */
export function AgreementsPage(): JSX.Element {
  const text = useText();
  return (
    <DocumentPage
      path="agreements"
      title={() => (
        <>
          <h1>{text.agreements.title}</h1>
          <p>{text.agreements.lead}</p>
        </>
      )}
    >
      {(document) => <AgreementsList document={document} />}
    </DocumentPage>
  );
}
