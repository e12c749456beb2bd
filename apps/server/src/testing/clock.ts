import type { Clock } from "@concord/sync/ports";

import { makeSoon } from "../clock.ts";

export interface TestClock extends Clock {
  /** Moves time on, and rings what is due on the way, in order. */
  advance(ms: number): void;
}

/** Starts at the real time, since sessions are counted from there, and moves only by hand. */
export function makeTestClock(): TestClock {
  let time = Date.now();
  const alarms = new Set<{ readonly at: number; readonly run: () => void }>();
  return {
    now: () => time,
    after(ms, run) {
      const alarm = { at: time + ms, run };
      alarms.add(alarm);
      return () => alarms.delete(alarm);
    },
    soon: makeSoon(),
    advance(ms) {
      const end = time + ms;
      for (;;) {
        const due = [...alarms].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!due) break;
        alarms.delete(due);
        time = Math.max(time, due.at);
        due.run();
      }
      time = end;
    },
  };
}
