import { goalText, setGoalOwner, setGoalProgress } from "@concord/domain/goals/commands";
import type { GoalView } from "@concord/domain/goals/view";
import { type JSX, Show } from "solid-js";
import type * as Y from "yjs";

import { useText } from "../i18n/text.ts";
import type { DocumentUndo } from "../workspace/document-undo.ts";
import type { EntryList } from "../workspace/entry-list.ts";
import { EntryMenu } from "../workspace/entry-menu.tsx";
import { Grip, dragLook } from "../workspace/grip.tsx";
import { OwnerMark, hueOf } from "../workspace/owner-mark.tsx";
import type { Owners } from "../workspace/owners.ts";
import { SharedText } from "../workspace/shared-text.tsx";
import styles from "./goals.module.css";
import { ProgressPath } from "./progress-path.tsx";
import { StepList } from "./step-list.tsx";

export interface GoalProps {
  readonly doc: Y.Doc;
  readonly goal: GoalView;
  /** Counts from 1. */
  readonly place: number;
  readonly readOnly: boolean;
  readonly undo: DocumentUndo;
  readonly owners: Owners;
  readonly list: EntryList;
}

export function GoalCard(props: GoalProps): JSX.Element {
  const text = useText();
  const name = () => props.list.nameOf(props.goal.id);
  const field = (name: "title" | "why") => ({
    doc: props.doc,
    undo: props.undo,
    readOnly: props.readOnly,
    text: () => goalText(props.doc, props.goal.id, name),
  });
  return (
    <li
      class={`${styles["card"]} ${hueOf(props.owners, props.goal.owner)} ${dragLook(props.list, props.goal.id)}`}
      data-entry={props.goal.id}
      data-dragging={props.list.drag.dragged() ? "" : undefined}
    >
      <div class={styles["marks"]}>
        <OwnerMark
          owners={props.owners}
          owner={props.goal.owner}
          label={text.goals.owner(name())}
          readOnly={props.readOnly}
          onChoose={(owner) => setGoalOwner(props.doc, props.goal.id, owner)}
        />
        <span class={styles["space"]} />
        <Show when={!props.readOnly}>
          <EntryMenu list={props.list} id={props.goal.id} />
          <Grip list={props.list} id={props.goal.id} />
        </Show>
      </div>
      <SharedText
        {...field("title")}
        look="title"
        value={props.goal.title}
        label={text.goals.titleLabel(props.place)}
        placeholder={text.goals.titlePlaceholder}
        autofocus={props.list.takeFocus(props.goal.id)}
      />
      <SharedText
        {...field("why")}
        look="small"
        labelled
        value={props.goal.why}
        label={text.goals.why}
        placeholder={text.goals.whyPlaceholder}
      />
      <ProgressPath
        label={text.goals.progressOf(name())}
        stage={props.goal.progress}
        readOnly={props.readOnly}
        onChoose={(stage) => setGoalProgress(props.doc, props.goal.id, stage)}
      />
      <StepList {...props} />
    </li>
  );
}
