import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

import * as v from "valibot";

import { inRoot } from "../../scripts/paths.ts";

/**
 * A concurrent recording in the format of josephg/editing-traces. A transaction's positions are
 * relative to the text at the version that `parents` names; parents are indices of transactions.
 */
const Trace = v.object({
  numAgents: v.literal(2),
  endContent: v.string(),
  txns: v.array(
    v.object({
      parents: v.array(v.number()),
      agent: v.picklist([0, 1]),
      /** position, how many characters go, what comes */
      patches: v.array(v.tuple([v.number(), v.number(), v.string()])),
    }),
  ),
});
type Trace = v.InferOutput<typeof Trace>;

export type Agent = 0 | 1;

/** One person's transaction. Their own earlier ones all come before it. */
export interface Typed {
  readonly patches: Trace["txns"][number]["patches"];
  /** How many of the other's transactions it was made upon: always their first ones. */
  readonly others: number;
}

export interface Recording {
  readonly endContent: string;
  readonly typed: readonly [readonly Typed[], readonly Typed[]];
}

/** How many transactions of each person a version holds. */
type Version = readonly [number, number];

const folder = process.env["TRACES_DIR"] ?? inRoot("..", "shared", "traces");
export const tracePath = join(folder, "friendsforever.json.gz");
export const isThere = (): boolean => existsSync(tracePath);

/**
 * Splits the recording by person. Each person's transactions follow one another, so that a version
 * is a pair of counts: how many of the one's and how many of the other's it holds.
 */
export function split(trace: Trace): Recording {
  const typed: [Typed[], Typed[]] = [[], []];
  const after: Version[] = [];
  for (const { agent, parents, patches } of trace.txns) {
    const held = (who: Agent): number =>
      Math.max(0, ...parents.map((parent) => after[parent]?.[who] ?? 0));
    const version: Version = [held(0), held(1)];
    const own = typed[agent];
    if (version[agent] !== own.length)
      throw new Error("A person's edits do not follow one another.");
    own.push({ patches, others: version[agent === 0 ? 1 : 0] });
    after.push(agent === 0 ? [own.length, version[1]] : [version[0], own.length]);
  }
  return { endContent: trace.endContent, typed };
}

export const readRecording = (): Recording =>
  split(v.parse(Trace, JSON.parse(gunzipSync(readFileSync(tracePath)).toString())));
