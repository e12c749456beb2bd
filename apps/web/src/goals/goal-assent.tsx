import { goalWords } from "@concord/domain/ledger/canonical";
import { subjectOfEntry } from "@concord/domain/ledger/subjects";
import { type JSX, createMemo } from "solid-js";

import { Assent } from "../ledger/assent.tsx";
import type { GoalProps } from "./goal-props.ts";
import styles from "./goals.module.css";

/** Who stands by a shared goal, by its exact words. How far it is does not count. */
export function GoalAssent(props: GoalProps): JSX.Element {
  const words = createMemo(() => goalWords(props.goal));
  return (
    <div class={styles["assent"]}>
      <Assent
        subject={subjectOfEntry("goals", props.goal.id)}
        owner={props.goal.owner}
        text={words()}
        name={props.section.list.nameOf(props.goal.id)}
        document={props.section.document}
      />
    </div>
  );
}
