import { setGoalOwner } from "@concord/domain/goals/commands";
import { handOverGoal } from "@concord/domain/goals/hand-over";
import type { GoalView } from "@concord/domain/goals/view";
import { newEntryId } from "@concord/domain/ids";
import UserRound from "~icons/lucide/user-round";
import UsersRound from "~icons/lucide/users-round";
import { type Accessor, createSignal } from "solid-js";

import { useText } from "../i18n/text.ts";
import { useSpace } from "../spaces/space-context.ts";
import type { MenuItem } from "../ui/menu.tsx";
import type { GoalSection } from "./goal-section.ts";

/** Makes what is mine ours, and what is ours mine, and can take back what it did last. */
export interface HandingOver {
  /** What can be done with a goal of a section, for its menu. */
  readonly choices: (from: GoalSection, goal: GoalView) => readonly MenuItem[];
  /** How often it was done here: each time is a reason to offer to take it back. */
  readonly count: Accessor<number>;
  readonly words: Accessor<string>;
  readonly takeBack: () => void;
}

interface Done {
  readonly from: GoalSection;
  readonly to: GoalSection;
}

export function createHandingOver(sections: Accessor<readonly GoalSection[]>): HandingOver {
  const text = useText();
  const { space } = useSpace();
  const [count, setCount] = createSignal(0);
  const [last, setLast] = createSignal<Done>();
  /** Where one's own hand can write, and the server takes it. */
  const sectionTo = (kind: "ours" | "mine") =>
    sections().find(
      (section) =>
        section.kind === kind &&
        !section.document.readOnly &&
        section.document.state().kind === "open",
    );
  const handOver = (from: GoalSection, to: GoalSection, goal: GoalView) => {
    const newId = newEntryId();
    to.list.awaitFocus(newId);
    const [source, target] = [from.document.doc, to.document.doc];
    handOverGoal({ from: source, to: target, id: goal.id, newId, owner: to.owner });
    setLast({ from, to });
    setCount((before) => before + 1);
  };
  const choices = (from: GoalSection, goal: GoalView): readonly MenuItem[] => {
    const { doc, readOnly } = from.document;
    const label = text.goals.handOver;
    const [ours, mine] = [sectionTo("ours"), sectionTo("mine")];
    // What a partner once wrote down among the shared ones as their own is theirs to hand over.
    const isMine = from.ownerOf(goal) === space().you.id;
    const mayBeMine = from.kind === "ours" && (goal.owner === "ours" || isMine);
    if (readOnly) return [];
    const items: MenuItem[] = [];
    if (from.kind === "mine" && ours)
      items.push({ label: label.ours, icon: UsersRound, act: () => handOver(from, ours, goal) });
    if (from.kind === "ours" && isMine) {
      const act = () => setGoalOwner(doc, goal.id, "ours");
      items.push({ label: label.ours, icon: UsersRound, act });
    }
    if (mayBeMine && mine)
      items.push({ label: label.mine, icon: UserRound, act: () => handOver(from, mine, goal) });
    return items;
  };
  return {
    choices,
    count,
    words: () => {
      const kind = last()?.to.kind;
      return kind === "ours" || kind === "mine" ? text.goals.handedOver[kind] : "";
    },
    takeBack: () => {
      last()?.from.undo.undo();
      last()?.to.undo.undo();
    },
  };
}
