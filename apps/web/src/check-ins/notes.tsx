import { issueText } from "@concord/domain/check-ins/schema";
import type { Subject } from "@concord/domain/ledger/subjects";
import { type Accessor, type JSX, Show, createSignal, onCleanup, untrack } from "solid-js";
import type * as Y from "yjs";

import { useText } from "../i18n/text.ts";
import { createDocumentUndo } from "../workspace/document-undo.ts";
import { ListTools } from "../workspace/list-tools.tsx";
import type { OpenDocument } from "../workspace/open-document.ts";
import { SharedText } from "../workspace/shared-text.tsx";
import styles from "./check-in.module.css";
import { MakeMenu } from "./make-menu.tsx";
import { NoteListSection } from "./note-list.tsx";

/** What both write down while they talk: what was good, one thing to look at, what would help. */
export function Notes(props: {
  readonly document: OpenDocument;
  /** What a promise made from them comes from. */
  readonly from: Subject;
}): JSX.Element {
  const text = useText();
  const document = untrack(() => props.document);
  const undo = createDocumentUndo(document.doc);
  return (
    <div class={styles["notes"]}>
      <Show when={!document.readOnly}>
        <ListTools undo={undo}>
          <p class={styles["lead"]}>{text.checkIns.notes.lead}</p>
        </ListTools>
      </Show>
      <NoteListSection document={document} undo={undo} list="appreciations" from={props.from} />
      <Issue document={document} undo={undo} from={props.from} />
      <NoteListSection document={document} undo={undo} list="help" from={props.from} />
    </div>
  );
}

function Issue(props: {
  readonly document: OpenDocument;
  readonly undo: ReturnType<typeof createDocumentUndo>;
  readonly from: Subject;
}): JSX.Element {
  const text = useText();
  const words = text.checkIns.notes.issue;
  const { doc, readOnly } = untrack(() => props.document);
  const issue = createWords(issueText(doc));
  return (
    <section class={styles["step"]} aria-labelledby="step-issue">
      <h3 id="step-issue">{words.title}</h3>
      <div class={styles["issue"]}>
        <SharedText
          doc={doc}
          undo={props.undo}
          readOnly={readOnly}
          look="words"
          label={words.label}
          placeholder={words.placeholder}
          value={issue()}
          text={() => issueText(doc)}
        />
        <Show when={!readOnly}>
          <MakeMenu words={issue()} owner="ours" name={words.name} from={props.from} />
        </Show>
      </div>
    </section>
  );
}

/** A text's words as they stand. */
function createWords(text: Y.Text): Accessor<string> {
  const [words, setWords] = createSignal(text.toJSON());
  const follow = () => setWords(text.toJSON());
  text.observe(follow);
  onCleanup(() => text.unobserve(follow));
  return words;
}
