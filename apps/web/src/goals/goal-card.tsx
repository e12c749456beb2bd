import { setGoalProgress } from "@concord/domain/goals/commands";
import { subjectOfEntry } from "@concord/domain/ledger/subjects";
import { type JSX, Show, untrack } from "solid-js";

import { useText } from "../i18n/text.ts";
import { createPromiseFrom } from "../promises/promise-from.ts";
import { EntryCard } from "../workspace/entry-card.tsx";
import { EntryMenu } from "../workspace/entry-menu.tsx";
import { Grip } from "../workspace/grip.tsx";
import { OwnerTag } from "../workspace/owner-mark.tsx";
import { SharedText } from "../workspace/shared-text.tsx";
import { Backing } from "./backing.tsx";
import { GoalAssent } from "./goal-assent.tsx";
import { fieldOf } from "./goal-field.ts";
import type { GoalProps } from "./goal-props.ts";
import styles from "./goals.module.css";
import type { HandingOver } from "./hand-over.ts";
import { ProgressPath } from "./progress-path.tsx";
import { Reached } from "./reached.tsx";
import { StepList } from "./step-list.tsx";

interface CardProps extends GoalProps {
  readonly handingOver: HandingOver;
}

/** One goal: what, whose or with what backing, why, how far, by which steps, and who stands by it. */
export function GoalCard(props: CardProps): JSX.Element {
  const text = useText();
  // A card stays its section's.
  const section = untrack(() => props.section);
  const { list, kind } = section;
  const { doc, readOnly } = section.document;
  return (
    <EntryCard
      list={list}
      id={props.goal.id}
      owners={section.owners}
      owner={section.ownerOf(props.goal)}
    >
      <Top {...props} />
      <Show when={kind === "ours"} fallback={<Backing {...props} />}>
        <OnceClaimed {...props} />
      </Show>
      <SharedText
        {...fieldOf(props, "why")}
        look="small"
        labelled
        value={props.goal.why}
        label={text.goals.why}
        placeholder={text.goals.whyPlaceholder}
      />
      <ProgressPath
        label={text.goals.progressOf(list.nameOf(props.goal.id))}
        stage={props.goal.progress}
        readOnly={readOnly}
        onChoose={(stage) => setGoalProgress(doc, props.goal.id, stage)}
      />
      <Reached {...props} />
      <StepList {...props} />
      <Show when={kind === "ours"}>
        <GoalAssent {...props} />
      </Show>
    </EntryCard>
  );
}

function Top(props: CardProps): JSX.Element {
  const text = useText();
  const { list, kind, document } = untrack(() => props.section);
  const promiseFrom = createPromiseFrom(() => ({
    subject: subjectOfEntry(document.room.path, props.goal.id),
    words: props.goal.title,
  }));
  return (
    <div class={styles["top"]}>
      <SharedText
        {...fieldOf(props, "title")}
        look="title"
        value={props.goal.title}
        label={text.goals.titleLabel[kind](props.place)}
        placeholder={text.goals.titlePlaceholder}
        autofocus={list.takeFocus(props.goal.id)}
      />
      <Show when={!document.readOnly}>
        <EntryMenu
          list={list}
          id={props.goal.id}
          also={[promiseFrom, ...props.handingOver.choices(props.section, props.goal)]}
        />
        <Grip list={list} id={props.goal.id} />
      </Show>
    </div>
  );
}

/** Among the shared ones, what one of them wrote down as theirs before each had a place of their own. */
function OnceClaimed(props: GoalProps): JSX.Element {
  return (
    <Show when={props.goal.owner !== "ours"}>
      <div>
        <OwnerTag owners={props.section.owners} owner={props.goal.owner} />
      </div>
    </Show>
  );
}
