import type { PersonId } from "@concord/domain/ids";
import type { JSX } from "solid-js";
import { untrack } from "solid-js";
import type * as Y from "yjs";

import { useText } from "../i18n/text.ts";
import { useSpace } from "../spaces/space-context.ts";
import { type DocumentUndo, createDocumentUndo } from "../workspace/document-undo.ts";
import type { OpenDocument } from "../workspace/open-document.ts";
import { type Owners, createOwners } from "../workspace/owners.ts";
import { AskSection } from "./ask-section.tsx";
import styles from "./asks.module.css";
import { LoadSection } from "./load-section.tsx";
import { NewsSection } from "./news-section.tsx";

/** What every part of the page is given. */
export interface BoardProps {
  readonly document: OpenDocument;
  readonly doc: Y.Doc;
  readonly readOnly: boolean;
  readonly undo: DocumentUndo;
  readonly owners: Owners;
  /** This person, where they are a partner. */
  readonly you: PersonId | null;
  readonly nameOf: (person: PersonId | null) => string;
}

export function AsksBoard(props: { readonly document: OpenDocument }): JSX.Element {
  const text = useText();
  const { space } = useSpace();
  // Another document is another page: this one keeps its own.
  const document = untrack(() => props.document);
  const { doc, readOnly } = document;
  const undo = createDocumentUndo(doc);
  const owners = createOwners();
  const you = untrack(() => (space().you.role === "partner" ? space().you.id : null));
  const nameOf = (person: PersonId | null) =>
    person === null ? text.workspace.formerly : owners.nameOf(person);
  const board: BoardProps = { document, doc, readOnly, undo, owners, you, nameOf };
  return (
    <div class={styles["board"]}>
      <AskSection {...board} />
      <LoadSection {...board} />
      <NewsSection {...board} />
    </div>
  );
}
