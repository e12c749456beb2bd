import Trash from "~icons/lucide/trash-2";
import { type BalanceRow, roles, rowText, setMetBy } from "@concord/domain/balance/balance";
import { newEntryId } from "@concord/domain/ids";
import { addNeed } from "@concord/domain/needs/commands";
import { For, type JSX, Show, createSignal } from "solid-js";
import type * as Y from "yjs";

import { useText } from "../i18n/text.ts";
import { useSpace } from "../spaces/space-context.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/field.tsx";
import { createDocument } from "../workspace/create-document.ts";
import type { DocumentUndo } from "../workspace/document-undo.ts";
import type { EntryList } from "../workspace/entry-list.ts";
import { SharedText } from "../workspace/shared-text.tsx";
import styles from "./balance.module.css";

interface RowProps {
  readonly doc: Y.Doc;
  readonly undo: DocumentUndo;
  readonly list: EntryList;
  readonly row: BalanceRow;
  /** Counts from 1. */
  readonly place: number;
}

/** One need, and the parts of one's life that meet it. */
export function BalanceRowCard(props: RowProps): JSX.Element {
  const text = useText();
  const words = text.balance;
  const name = () => props.list.nameOf(props.row.id);
  return (
    <li class={styles["row"]} data-entry={props.row.id}>
      <SharedText
        doc={props.doc}
        undo={props.undo}
        readOnly={false}
        text={() => rowText(props.doc, props.row.id)}
        look="words"
        value={props.row.need}
        label={words.text(props.place)}
        placeholder={words.placeholder}
        autofocus={props.list.takeFocus(props.row.id)}
      />
      <fieldset class={styles["roles"]} aria-label={words.metBy(name())}>
        <For each={roles}>
          {(role) => (
            <Checkbox
              checked={props.row.metBy.includes(role)}
              onChange={(event) =>
                setMetBy(props.doc, props.row.id, role, event.currentTarget.checked)
              }
            >
              {words.roles[role]}
            </Checkbox>
          )}
        </For>
      </fieldset>
      <div class={styles["actions"]}>
        <ShareRow {...props} name={name()} />
        <Button
          kind="quiet"
          icon
          aria-label={words.remove(name())}
          onClick={() => props.list.remove(props.row.id)}
        >
          <Trash />
        </Button>
      </div>
    </li>
  );
}

/** Puts this one row, by a fresh insert, where both read and write. */
function ShareRow(props: RowProps & { readonly name: string }): JSX.Element {
  const text = useText();
  const words = text.balance;
  const { space } = useSpace();
  const needs = createDocument(() => "needs");
  const [shared, setShared] = createSignal(false);
  const share = () => {
    const metBy = props.row.metBy.map((role) => words.roles[role]);
    addNeed(needs().doc, {
      id: newEntryId(),
      owner: space().you.id,
      kind: "need",
      text: props.row.need.trim(),
      help: metBy.length > 0 ? words.mostly(text.observers.names(metBy)) : "",
    });
    setShared(true);
  };
  return (
    <>
      <Show when={props.row.need.trim() !== "" && !shared()}>
        <Button aria-label={words.share(props.name)} onClick={share}>
          {words.shareShort}
        </Button>
      </Show>
      <output class={styles["said"]}>{shared() ? words.shared : ""}</output>
    </>
  );
}
