import { goalText, setGoalOwner, setGoalProgress } from "@concord/domain/goals/commands";
import { subjectOfEntry } from "@concord/domain/ledger/subjects";
import { type JSX, Show } from "solid-js";

import { useText } from "../i18n/text.ts";
import { createPromiseFrom } from "../promises/promise-from.ts";
import { EntryCard } from "../workspace/entry-card.tsx";
import { EntryMenu } from "../workspace/entry-menu.tsx";
import { Grip } from "../workspace/grip.tsx";
import { OwnerMark } from "../workspace/owner-mark.tsx";
import { SharedText } from "../workspace/shared-text.tsx";
import type { GoalProps } from "./goal-props.ts";
import styles from "./goals.module.css";
import { ProgressPath } from "./progress-path.tsx";
import { StepList } from "./step-list.tsx";

export function GoalCard(props: GoalProps): JSX.Element {
  const text = useText();
  const name = () => props.list.nameOf(props.goal.id);
  const promiseFrom = createPromiseFrom(() => ({
    subject: subjectOfEntry("goals", props.goal.id),
    words: props.goal.title,
  }));
  const field = (name: "title" | "why") => ({
    doc: props.doc,
    undo: props.undo,
    readOnly: props.readOnly,
    text: () => goalText(props.doc, props.goal.id, name),
  });
  return (
    <EntryCard list={props.list} id={props.goal.id} owners={props.owners} owner={props.goal.owner}>
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
          <EntryMenu list={props.list} id={props.goal.id} also={[promiseFrom]} />
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
    </EntryCard>
  );
}
