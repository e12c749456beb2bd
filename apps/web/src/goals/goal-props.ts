import type { GoalView } from "@concord/domain/goals/view";

import type { GoalSection } from "./goal-section.ts";

/** What every part of a goal's card is given. */
export interface GoalProps {
  readonly section: GoalSection;
  readonly goal: GoalView;
  /** Counts from 1. */
  readonly place: number;
}
