import type { Clock } from "@concord/sync/ports";

/** `setTimeout` fires at once for longer waits than this. */
const longest = 2 ** 31 - 1;

/** The machine's time. Its timers never keep the process alive. */
export function makeSystemClock(): Clock {
  return {
    now: () => Date.now(),
    after(ms, run) {
      const timer = setTimeout(run, Math.min(ms, longest));
      timer.unref();
      return () => clearTimeout(timer);
    },
    soon: makeSoon(),
  };
}

/** After this turn's input; what is asked for meanwhile has its turn before the next input. */
export function makeSoon(): Clock["soon"] {
  let queue: (() => void)[] = [];
  const runAll = (): void => {
    let next = 0;
    try {
      // It grows while it is gone through.
      while (next < queue.length) queue[next++]?.();
    } finally {
      queue = queue.slice(next);
      if (queue.length > 0) setImmediate(runAll);
    }
  };
  return (run) => {
    if (queue.push(run) === 1) setImmediate(runAll);
  };
}
