import type * as Y from "yjs";
import { type Entries } from "../entries.ts";
import type { EntryId } from "../ids.ts";
export declare const progresses: readonly ["idea", "begun", "under-way", "nearly-there", "reached"];
export type Progress = (typeof progresses)[number];
/** The texts of a goal, and of a step, that two people edit at once. */
export type GoalText = "title" | "why";
export type StepText = "cue" | "action" | "obstacle";
export declare const parseProgress: (raw: unknown) => Progress;
/** The goals of the document of room `goals`. */
export declare const goalsIn: (doc: Y.Doc) => Entries;
/** The steps of a goal, or null where the goal has gone. */
export declare function stepsIn(doc: Y.Doc, goal: EntryId): Entries | null;
