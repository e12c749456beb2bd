import { clauseText } from "@concord/domain/agreements/clause-text";
import type { EntryId } from "@concord/domain/ids";
import { subjectOfEntry } from "@concord/domain/ledger/subjects";
import { type JSX, createSignal, onCleanup, untrack } from "solid-js";
import type * as Y from "yjs";

import { Assent } from "../../ledger/assent.tsx";
import type { OpenDocument } from "../../workspace/open-document.ts";

/** Who stands by a clause's words. */
export function ClauseAssent(props: {
  readonly document: OpenDocument;
  readonly id: EntryId;
  readonly body: Y.XmlFragment;
  readonly name: string;
}): JSX.Element {
  const words = createClauseWords(untrack(() => props.body));
  return (
    <Assent
      subject={subjectOfEntry(props.document.room.path, props.id)}
      owner="ours"
      text={words()}
      name={props.name}
      document={props.document}
    />
  );
}

/** A clause's canonical text, as it is written. */
function createClauseWords(body: Y.XmlFragment): () => string {
  const [words, setWords] = createSignal(clauseText(body));
  const follow = () => setWords(clauseText(body));
  body.observeDeep(follow);
  onCleanup(() => body.unobserveDeep(follow));
  return words;
}
