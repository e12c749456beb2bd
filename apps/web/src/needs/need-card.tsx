import { needText, setNeedKind, setNeedOwner, setNeedStatus } from "@concord/domain/needs/commands";
import { needKinds } from "@concord/domain/needs/schema";
import type { NeedView } from "@concord/domain/needs/view";
import Check from "~icons/lucide/check";
import { type JSX, Show } from "solid-js";
import type * as Y from "yjs";

import { useText } from "../i18n/text.ts";
import { PillSelect } from "../ui/pill-select.tsx";
import type { DocumentUndo } from "../workspace/document-undo.ts";
import { EntryCard } from "../workspace/entry-card.tsx";
import type { EntryList } from "../workspace/entry-list.ts";
import { EntryMenu } from "../workspace/entry-menu.tsx";
import { Grip } from "../workspace/grip.tsx";
import { OwnerMark } from "../workspace/owner-mark.tsx";
import type { Owners } from "../workspace/owners.ts";
import { SharedText } from "../workspace/shared-text.tsx";
import styles from "./needs.module.css";

interface CardProps {
  readonly doc: Y.Doc;
  readonly need: NeedView;
  /** Counts from 1. */
  readonly place: number;
  readonly readOnly: boolean;
  readonly undo: DocumentUndo;
  readonly owners: Owners;
  readonly list: EntryList;
}

export function NeedCard(props: CardProps): JSX.Element {
  const text = useText();
  const field = (name: "text" | "help") => ({
    doc: props.doc,
    undo: props.undo,
    readOnly: props.readOnly,
    text: () => needText(props.doc, props.need.id, name),
  });
  return (
    <EntryCard
      list={props.list}
      id={props.need.id}
      owners={props.owners}
      owner={props.need.owner}
      settled={props.need.status === "met"}
    >
      <div class={styles["top"]}>
        <Marks {...props} />
        <Show when={!props.readOnly}>
          <MetButton {...props} />
          <EntryMenu list={props.list} id={props.need.id} />
          <Grip list={props.list} id={props.need.id} />
        </Show>
      </div>
      <SharedText
        {...field("text")}
        look="words"
        value={props.need.text}
        label={text.needs.text(props.place)}
        placeholder={text.needs.placeholder}
        autofocus={props.list.takeFocus(props.need.id)}
      />
      <SharedText
        {...field("help")}
        look="small"
        labelled
        value={props.need.help}
        label={text.needs.help}
        placeholder={text.needs.helpPlaceholder}
      />
    </EntryCard>
  );
}

function Marks(props: CardProps): JSX.Element {
  const text = useText();
  const name = () => props.list.nameOf(props.need.id);
  return (
    <div class={styles["marks"]}>
      <OwnerMark
        owners={props.owners}
        owner={props.need.owner}
        label={text.needs.owner(name())}
        readOnly={props.readOnly}
        onChoose={(owner) => setNeedOwner(props.doc, props.need.id, owner)}
      />
      <Show
        when={!props.readOnly}
        fallback={
          <>
            <span class={styles["kind"]}>{text.needs.kinds[props.need.kind].name}</span>
            <Show when={props.need.status === "met"}>
              <span class={styles["metTag"]}>
                <Check aria-hidden="true" />
                {text.needs.met}
              </span>
            </Show>
          </>
        }
      >
        <PillSelect
          class={styles["kindPill"]}
          label={text.needs.kind(name())}
          value={props.need.kind}
          options={needKinds.map((kind) => ({
            value: kind,
            short: text.needs.kinds[kind].name,
            long: text.needs.kindOption(kind),
          }))}
          onChoose={(kind) => setNeedKind(props.doc, props.need.id, kind)}
        />
      </Show>
    </div>
  );
}

function MetButton(props: CardProps): JSX.Element {
  const text = useText();
  const isMet = () => props.need.status === "met";
  return (
    <button
      type="button"
      class={styles["metButton"]}
      aria-pressed={isMet()}
      aria-label={text.needs.markMet(props.list.nameOf(props.need.id))}
      onClick={() => setNeedStatus(props.doc, props.need.id, isMet() ? "open" : "met")}
    >
      <span class={styles["box"]}>
        <Check aria-hidden="true" />
      </span>
      <span class={styles["metWord"]}>{text.needs.met}</span>
    </button>
  );
}
