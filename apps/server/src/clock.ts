import type { Clock } from "@concord/sync/ports";

/** `setTimeout` fires at once for longer waits than this. */
const longest = 2 ** 31 - 1;

/** The machine's time. Its timers never keep the process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, Math.min(ms, longest));
    timer.unref();
    return () => clearTimeout(timer);
  },
};
