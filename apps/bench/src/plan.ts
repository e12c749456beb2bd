import type { ContenderKey } from "./contenders.ts";
import { readConcurrentTrace } from "./content/concurrent-trace.ts";
import { readTrace } from "./content/trace.ts";
import { coldOpen } from "./loads/cold-open.ts";
import { concurrentReplay } from "./loads/concurrent-replay.ts";
import { flood } from "./loads/flood.ts";
import type { Load } from "./loads/load.ts";
import { memory } from "./loads/memory.ts";
import { replay } from "./loads/replay.ts";
import { storm } from "./loads/storm.ts";
import { typing } from "./loads/typing.ts";

export interface Plan {
  /** How often everything is run; the medians count. */
  readonly runs: number;
  /** Left out, since no bar compares with them. */
  readonly without: readonly ContenderKey[];
  readonly loads: readonly Load[];
}

/** Everything at its full size, or as much of it as two minutes allow. */
export function makePlan(mode: "full" | "short"): Plan {
  const short = mode === "short";
  const seconds = short ? 1.5 : 5;
  const rate = 3000;
  const traceOf = once(() => readTrace("automerge-paper.json.gz", short ? 60_000 : Infinity));
  const friendsOf = once(() =>
    readConcurrentTrace("friendsforever.json.gz", short ? 8000 : Infinity),
  );
  return {
    runs: short ? 1 : 3,
    without: short ? ["y-websocket", "y-leveldb"] : [],
    loads: [
      typing("typing in 100 rooms", { rooms: 100, rate, seconds, awareness: false }),
      ...(short
        ? []
        : [typing("typing in 1,000 rooms", { rooms: 1000, rate, seconds, awareness: true })]),
      flood("flood in 100 rooms", { rooms: 100, seconds }),
      ...(short ? [] : [flood("flood in 1,000 rooms", { rooms: 1000, seconds })]),
      replay("trace", traceOf),
      concurrentReplay("friends", friendsOf),
      memory("idle room", { rooms: short ? 60 : 500, bytes: 50_000 }),
      coldOpen("cold open", {
        bytes: short ? [10_000, 1_000_000] : [10_000, 100_000, 1_000_000, 5_000_000],
        samples: short ? 2 : 5,
      }),
      storm("storm", { clients: 1000, bytes: 20_000 }),
    ],
  };
}

function once<T>(make: () => T): () => T {
  let made: T | null = null;
  return () => (made ??= make());
}
