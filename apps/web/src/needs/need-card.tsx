import { needText, setNeedKind, setNeedOwner, setNeedStatus } from "@concord/domain/needs/commands";
import { needKinds } from "@concord/domain/needs/schema";
import type { NeedView } from "@concord/domain/needs/view";
import { type JSX, Show } from "solid-js";

import { useText } from "../i18n/text.ts";
import { PillSelect } from "../ui/pill-select.tsx";
import type { DocumentUndo } from "../workspace/document-undo.ts";
import { EntryCard } from "../workspace/entry-card.tsx";
import type { EntryList } from "../workspace/entry-list.ts";
import { EntryMenu } from "../workspace/entry-menu.tsx";
import { Grip } from "../workspace/grip.tsx";
import type { OpenDocument } from "../workspace/open-document.ts";
import { OwnerMark } from "../workspace/owner-mark.tsx";
import type { Owners } from "../workspace/owners.ts";
import { SharedText } from "../workspace/shared-text.tsx";
import { NeedWord } from "./need-word.tsx";
import styles from "./needs.module.css";
import { StatusChoice, StatusTag } from "./status-choice.tsx";

interface CardProps {
  readonly document: OpenDocument;
  readonly need: NeedView;
  /** Counts from 1. */
  readonly place: number;
  readonly undo: DocumentUndo;
  readonly owners: Owners;
  readonly list: EntryList;
  /** The group that it begins, where the list is grouped. */
  readonly heading: string | null;
  /** Whether the order shown is the list's own, so that a place in it means something. */
  readonly canMove: boolean;
}

export function NeedCard(props: CardProps): JSX.Element {
  const text = useText();
  const field = (name: "text" | "help") => ({
    doc: props.document.doc,
    undo: props.undo,
    readOnly: props.document.readOnly,
    text: () => needText(props.document.doc, props.need.id, name),
  });
  return (
    <EntryCard
      list={props.list}
      id={props.need.id}
      owners={props.owners}
      owner={props.need.owner}
      settled={props.need.status === "met"}
      resting={props.need.status === "not-now"}
      heading={props.heading}
    >
      <div class={styles["top"]}>
        <Marks {...props} />
        <Show when={!props.document.readOnly}>
          <EntryMenu list={props.list} id={props.need.id} />
          <Show when={props.canMove}>
            <Grip list={props.list} id={props.need.id} />
          </Show>
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
      <Show when={!props.document.readOnly}>
        <NeedWord
          document={props.document}
          need={props.need}
          name={props.list.nameOf(props.need.id)}
        />
      </Show>
    </EntryCard>
  );
}

/** Whose it is, what kind it is and how it stands; who may write changes them there. */
function Marks(props: CardProps): JSX.Element {
  const text = useText();
  const name = () => props.list.nameOf(props.need.id);
  const doc = () => props.document.doc;
  return (
    <div class={styles["marks"]}>
      <OwnerMark
        owners={props.owners}
        owner={props.need.owner}
        label={text.needs.owner(name())}
        readOnly={props.document.readOnly}
        onChoose={(owner) => setNeedOwner(doc(), props.need.id, owner)}
      />
      <Show
        when={!props.document.readOnly}
        fallback={
          <>
            <span class={styles["kind"]}>{text.needs.kinds[props.need.kind].name}</span>
            <StatusTag status={props.need.status} />
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
          onChoose={(kind) => setNeedKind(doc(), props.need.id, kind)}
        />
        <StatusChoice
          status={props.need.status}
          name={name()}
          onChoose={(status) => setNeedStatus(doc(), props.need.id, status)}
        />
      </Show>
    </div>
  );
}
