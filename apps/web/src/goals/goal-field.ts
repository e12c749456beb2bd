import { goalText } from "@concord/domain/goals/commands";
import type { GoalText } from "@concord/domain/goals/schema";

import type { GoalProps } from "./goal-props.ts";

/** A text of a goal, to spread over the field that shows it. */
export function fieldOf({ section, goal }: GoalProps, name: GoalText) {
  const { doc, readOnly } = section.document;
  return { doc, readOnly, undo: section.undo, text: () => goalText(doc, goal.id, name) };
}
