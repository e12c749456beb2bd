import { balanceIn, balanceRows } from "@concord/domain/balance/balance";
import { createMapStore } from "@concord/solid-yjs/map-store";
import { createSortedEntries } from "@concord/solid-yjs/sorted";
import { addRow, removeRow } from "@concord/domain/balance/balance";
import { newEntryId } from "@concord/domain/ids";
import { For, type JSX, Show, untrack } from "solid-js";
import type * as Y from "yjs";

import { useText } from "../i18n/text.ts";
import { Button } from "../ui/button.tsx";
import { createDocumentUndo } from "../workspace/document-undo.ts";
import { createEntryList } from "../workspace/entry-list.ts";
import { firstWords } from "../workspace/first-words.ts";
import { RemovedToast } from "../workspace/removed-toast.tsx";
import { VaultGate } from "../vault/vault-gate.tsx";
import vault from "../vault/vault.module.css";
import { BalanceFigure } from "./balance-figure.tsx";
import { BalanceRowCard } from "./balance-row.tsx";
import styles from "./balance.module.css";

/** Who meets which of one's needs: private, and shared row by row (PRACTICE 11). */
export function BalancePage(): JSX.Element {
  const text = useText();
  return (
    <div class={vault["page"]}>
      <h1>{text.me.parts.balance.title}</h1>
      <p>{text.balance.lead}</p>
      <VaultGate>{(open) => <Balance doc={open.doc} />}</VaultGate>
    </div>
  );
}

function Balance(props: { readonly doc: Y.Doc }): JSX.Element {
  const text = useText();
  const words = text.balance;
  const doc = untrack(() => props.doc);
  const undo = createDocumentUndo(doc);
  const store = createMapStore(balanceIn(doc));
  const rows = createSortedEntries(balanceRows(() => store));
  const list = createEntryList({
    entries: rows,
    nameOf: (row, place) => words.name(firstWords(row.need), place),
    move: () => {},
    remove: (id) => removeRow(doc, id),
  });
  const add = () => {
    const id = newEntryId();
    list.awaitFocus(id);
    addRow(doc, { id });
  };
  const begin = () => {
    for (const need of words.first) addRow(doc, { id: newEntryId(), need });
  };
  return (
    <div class={styles["balance"]}>
      <Show
        when={rows().length > 0}
        fallback={
          <div class={styles["empty"]}>
            <p>{words.empty}</p>
            <Button onClick={begin}>{words.begin}</Button>
          </div>
        }
      >
        <BalanceFigure rows={rows()} />
        <ul class={styles["list"]} aria-label={words.list} ref={(it) => list.ref(it)}>
          <For each={rows()}>
            {(row, at) => <BalanceRowCard {...{ doc, undo, list, row }} place={at() + 1} />}
          </For>
        </ul>
      </Show>
      <div>
        <Button kind="primary" onClick={add}>
          {words.add}
        </Button>
      </div>
      <RemovedToast list={list} words={text.needs.removed} undo={undo} />
    </div>
  );
}
