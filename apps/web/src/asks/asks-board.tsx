import type { PersonId } from "@concord/domain/ids";
import type { Partner } from "@concord/domain/spaces/schema";
import { type Accessor, type JSX, Show, createSignal, untrack } from "solid-js";
import type * as Y from "yjs";

import { useText } from "../i18n/text.ts";
import { useSpace } from "../spaces/space-context.ts";
import { type DocumentUndo, createDocumentUndo } from "../workspace/document-undo.ts";
import { ListTools } from "../workspace/list-tools.tsx";
import type { OpenDocument } from "../workspace/open-document.ts";
import { type Owners, createOwners } from "../workspace/owners.ts";
import { RemovedToast } from "../workspace/removed-toast.tsx";
import { AskSection } from "./ask-section.tsx";
import styles from "./asks.module.css";
import { LoadSection } from "./load-section.tsx";
import { NewsSection } from "./news-section.tsx";
import { PartLinks } from "./part-links.tsx";

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
  /** The other partner; null to who is alone, and to who looks on. */
  readonly other: Accessor<Partner | null>;
  readonly partners: Accessor<readonly PersonId[]>;
  /** Says that something has left its list, and offers to take that back. */
  readonly part: (words: string) => void;
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
  const other = () => (you && space().partners.find(({ id }) => id !== you)) || null;
  const partners = () => space().partners.map(({ id }) => id);
  const [parted, setParted] = createSignal({ times: 0, words: "" });
  const part = (words: string) => setParted(({ times }) => ({ times: times + 1, words }));
  const board = { document, doc, readOnly, undo, owners, you, nameOf, other, partners, part };
  return (
    <div class={styles["board"]}>
      <Show when={!readOnly} fallback={<PartLinks />}>
        <ListTools undo={undo}>
          <PartLinks />
        </ListTools>
      </Show>
      <AskSection {...board} />
      <LoadSection {...board} />
      <NewsSection {...board} />
      <RemovedToast list={{ removals: () => parted().times }} words={parted().words} undo={undo} />
    </div>
  );
}
