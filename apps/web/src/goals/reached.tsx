import { celebrateGoal } from "@concord/domain/goals/commands";
import Plus from "~icons/lucide/plus";
import { type JSX, Show, createEffect, createSignal, on, untrack } from "solid-js";

import { useText } from "../i18n/text.ts";
import { useSpace } from "../spaces/space-context.ts";
import { Button } from "../ui/button.tsx";
import { Circles } from "../ui/circles.tsx";
import { useAnnouncer } from "../workspace/announcer.tsx";
import { SharedText } from "../workspace/shared-text.tsx";
import { fieldOf } from "./goal-field.ts";
import type { GoalProps } from "./goal-props.ts";
import styles from "./reached.module.css";

/**
 * The moment when a goal is reached: the figure lit, a line, and room for what helped, for both to
 * see. It counts nothing and compares nobody.
 */
export function Reached(props: GoalProps): JSX.Element {
  const { say } = useAnnouncer();
  const text = useText();
  const line = createLine(props);
  const isReached = () => props.goal.progress === "reached";
  const [isFresh, setFresh] = createSignal(false);
  createEffect(
    on(
      isReached,
      (now) => {
        setFresh(now);
        if (now) say(text.goals.reached.said(props.section.list.nameOf(props.goal.id), line()));
      },
      { defer: true },
    ),
  );
  const lit = () => {
    const owner = props.section.ownerOf(props.goal);
    const seat = props.section.owners.seatOf(owner);
    return seat === null ? "both" : seat === 1 ? "one" : "two";
  };
  return (
    <Show when={isReached()}>
      <div class={styles["moment"]} classList={{ [styles["fresh"] ?? ""]: isFresh() }}>
        <span class={styles["figure"]}>
          <Circles size={78} lit={lit()} />
        </span>
        <div class={styles["words"]}>
          <p class={styles["line"]}>{line()}</p>
          <WhatHelped {...props} />
        </div>
      </div>
    </Show>
  );
}

/** In the words of whoever reads it. */
function createLine(props: GoalProps): () => string {
  const text = useText();
  const { space } = useSpace();
  return () => {
    const owner = props.section.ownerOf(props.goal);
    const { you, partners } = space();
    const words = text.goals.reached;
    if (owner === you.id) return words.mine;
    if (owner !== "ours") return words.theirs(props.section.owners.nameOf(owner));
    if (you.role === "observer") return words.oursObserver;
    return partners.length > 1 ? words.ours : words.mine;
  };
}

function WhatHelped(props: GoalProps): JSX.Element {
  const text = useText();
  const words = text.goals.reached;
  const { doc, readOnly } = untrack(() => props.section.document);
  return (
    <Show
      when={props.goal.celebration !== null}
      fallback={
        <Show when={!readOnly}>
          <div>
            <Button kind="quiet" onClick={() => celebrateGoal(doc, props.goal.id)}>
              <Plus />
              {words.makeRoom}
            </Button>
          </div>
        </Show>
      }
    >
      <SharedText
        {...fieldOf(props, "celebration")}
        look="small"
        labelled
        value={props.goal.celebration ?? ""}
        label={words.helped}
        placeholder={words.helpedPlaceholder}
      />
    </Show>
  );
}
