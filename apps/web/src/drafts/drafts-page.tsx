import { parseDay } from "@concord/domain/dates";
import {
  type DraftKind,
  addDraft,
  draftKinds,
  draftViews,
  draftsIn,
  removeDraft,
} from "@concord/domain/drafts/drafts";
import { newEntryId } from "@concord/domain/ids";
import { createMapStore } from "@concord/solid-yjs/map-store";
import { createSortedEntries } from "@concord/solid-yjs/sorted";
import { For, type JSX, Show, untrack } from "solid-js";
import type * as Y from "yjs";

import { useText } from "../i18n/text.ts";
import { Button } from "../ui/button.tsx";
import { VaultGate } from "../vault/vault-gate.tsx";
import vault from "../vault/vault.module.css";
import { dayOf } from "../workspace/coarse-day.ts";
import { createDocumentUndo } from "../workspace/document-undo.ts";
import { createEntryList } from "../workspace/entry-list.ts";
import { firstWords } from "../workspace/first-words.ts";
import { RemovedToast } from "../workspace/removed-toast.tsx";
import { DraftCard } from "./draft-card.tsx";
import styles from "./drafts.module.css";

/** Words before they are for both: what was typed and deleted here never leaves in the clear (S10). */
export function DraftsPage(): JSX.Element {
  const text = useText();
  return (
    <div class={vault["page"]}>
      <h1>{text.me.parts.drafts.title}</h1>
      <p>{text.drafts.lead}</p>
      <VaultGate>{(open) => <Drafts doc={open.doc} />}</VaultGate>
    </div>
  );
}

function Drafts(props: { readonly doc: Y.Doc }): JSX.Element {
  const text = useText();
  const words = text.drafts;
  const doc = untrack(() => props.doc);
  const undo = createDocumentUndo(doc);
  const store = createMapStore(draftsIn(doc));
  const drafts = createSortedEntries(draftViews(() => store));
  const list = createEntryList({
    entries: drafts,
    nameOf: (draft, place) => words.name(firstWords(draft.text || draft.feel), place),
    move: () => {},
    remove: (id) => removeDraft(doc, id),
  });
  const add = (kind: DraftKind) => {
    const on = parseDay(dayOf(Date.now()));
    if (!on) return;
    const id = newEntryId();
    list.awaitFocus(id);
    addDraft(doc, { id, kind, on });
  };
  return (
    <div class={styles["drafts"]}>
      <div class={styles["actions"]}>
        <For each={draftKinds}>
          {(kind) => <Button onClick={() => add(kind)}>{words.kinds[kind].add}</Button>}
        </For>
      </div>
      <Show when={drafts().length > 0} fallback={<p class={styles["quiet"]}>{words.empty}</p>}>
        <ul class={styles["list"]} aria-label={words.list} ref={(it) => list.ref(it)}>
          <For each={drafts()}>{(draft) => <DraftCard {...{ doc, undo, list, draft }} />}</For>
        </ul>
      </Show>
      <RemovedToast list={list} words={text.needs.removed} undo={undo} />
    </div>
  );
}
