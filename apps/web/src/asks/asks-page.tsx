import type { JSX } from "solid-js";

import { useText } from "../i18n/text.ts";
import { DocumentPage } from "../workspace/document-page.tsx";
import { AsksBoard } from "./asks-board.tsx";

/** What would help right now, who carries what, and good news: live for both. */
export function AsksPage(): JSX.Element {
  const text = useText();
  return (
    <DocumentPage
      path="asks"
      title={() => (
        <>
          <h1>{text.asks.title}</h1>
          <p>{text.asks.lead}</p>
        </>
      )}
    >
      {(document) => <AsksBoard document={document} />}
    </DocumentPage>
  );
}
