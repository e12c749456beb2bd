import { setGoalBacking } from "@concord/domain/goals/commands";
import { backings } from "@concord/domain/goals/schema";
import HeartHandshake from "~icons/lucide/heart-handshake";
import { type JSX, Show, untrack } from "solid-js";

import { useText } from "../i18n/text.ts";
import { useSpace } from "../spaces/space-context.ts";
import { PillSelect } from "../ui/pill-select.tsx";
import type { GoalProps } from "./goal-props.ts";
import styles from "./goals.module.css";

/**
 * What the owner of a goal would like of their partner: chosen by the owner alone. The partner
 * reads it, and has nothing to press (pitfall 6: backing, not directing).
 */
export function Backing(props: GoalProps): JSX.Element {
  const text = useText();
  const { space } = useSpace();
  const words = text.goals.backing;
  const { document, owners, list } = untrack(() => props.section);
  const other = () => space().partners.find(({ id }) => id !== space().you.id)?.name ?? null;
  const Mark = () => <HeartHandshake aria-hidden="true" />;
  return (
    <p class={styles["backing"]}>
      <Show
        when={!document.readOnly}
        fallback={
          <>
            <span>{words.theyWouldLike(owners.nameOf(props.section.owner))}</span>
            <strong class={styles["wish"]}>
              <Mark />
              {words.wishes[props.goal.backing]}
            </strong>
          </>
        }
      >
        <span aria-hidden="true">{words.iWouldLike(other())}</span>
        <PillSelect
          class={styles["wishPill"]}
          label={words.choose(list.nameOf(props.goal.id), other())}
          value={props.goal.backing}
          options={backings.map((value) => ({ value, short: words.wishes[value] }))}
          onChoose={(backing) => setGoalBacking(document.doc, props.goal.id, backing)}
          mark={<Mark />}
        />
      </Show>
    </p>
  );
}
