import type * as Y from "yjs";
import { type Day } from "../dates.ts";
import { type Ordered } from "../order.ts";
import { type Owner } from "../owners.ts";
import { type Raw } from "../views.ts";
import { type Progress } from "./schema.ts";
export interface StepView extends Ordered {
  readonly cue: string;
  readonly action: string;
  readonly obstacle: string;
  readonly nextDate: Day | null;
  readonly done: boolean;
}
export interface GoalView extends Ordered {
  readonly owner: Owner;
  readonly title: string;
  readonly why: string;
  readonly progress: Progress;
  readonly steps: readonly StepView[];
}
/** The goals over a store's raw values; `readGoals` is the same over a document as it stands. */
export declare const goalViews: (raw: Raw) => () => readonly GoalView[];
export declare function readGoals(doc: Y.Doc): readonly GoalView[];
