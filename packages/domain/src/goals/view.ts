import type * as Y from "yjs";

import { type Day, parseDay } from "../dates.ts";
import type { EntryId } from "../ids.ts";
import { type Ordered, parseOrder } from "../order.ts";
import { type Owner, parseOwner } from "../owners.ts";
import { plainOf } from "../plain.ts";
import { entryViews, field, type Raw, stringOf } from "../views.ts";
import { type Backing, goalsIn, parseBacking, parseProgress, type Progress } from "./schema.ts";

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
  /** What its owner would like of their partner; counts for a goal of one's own alone. */
  readonly backing: Backing;
  /** What helped, once it is reached; null where there is no room for that yet. */
  readonly celebration: string | null;
  readonly steps: readonly StepView[];
}

function stepView(id: EntryId, raw: Raw): StepView {
  return {
    id,
    get order() {
      return parseOrder(field(raw(), "order"));
    },
    get cue() {
      return stringOf(field(raw(), "cue"));
    },
    get action() {
      return stringOf(field(raw(), "action"));
    },
    get obstacle() {
      return stringOf(field(raw(), "obstacle"));
    },
    get nextDate() {
      return parseDay(field(raw(), "nextDate"));
    },
    get done() {
      return field(raw(), "done") === true;
    },
  };
}

function goalView(id: EntryId, raw: Raw): GoalView {
  const steps = entryViews(() => field(raw(), "steps"), stepView);
  return {
    id,
    get order() {
      return parseOrder(field(raw(), "order"));
    },
    get owner() {
      return parseOwner(field(raw(), "owner"));
    },
    get title() {
      return stringOf(field(raw(), "title"));
    },
    get why() {
      return stringOf(field(raw(), "why"));
    },
    get progress() {
      return parseProgress(field(raw(), "progress"));
    },
    get backing() {
      return parseBacking(field(raw(), "backing"));
    },
    get celebration() {
      const text = field(raw(), "celebration");
      return typeof text === "string" ? text : null;
    },
    get steps() {
      return steps();
    },
  };
}

/** The goals over a store's raw values; `readGoals` is the same over a document as it stands. */
export const goalViews = (raw: Raw): (() => readonly GoalView[]) => entryViews(raw, goalView);

export function readGoals(doc: Y.Doc): readonly GoalView[] {
  const raw = plainOf(goalsIn(doc));
  return goalViews(() => raw)();
}
