/** What a server under test costs: CPU of all its threads in µs, memory in bytes after a collection. */
export interface Usage {
  readonly cpu: number;
  readonly heap: number;
  readonly resident: number;
}

/** What a server says once it listens: its port, and a cookie for each person, room by room. */
export interface Ready {
  readonly port: number;
  readonly cookies: readonly string[];
}

/**
 * The server's end of the line to the runner: says that it is ready, answers what it has used, and
 * ends as it would by a signal, so that everything is on disk for the next start.
 */
export function answerRunner(ready: Ready, stop: () => Promise<void> | void): void {
  process.on("message", (question) => {
    if (question === "stop") void Promise.resolve(stop()).then(() => process.exit(0));
    else process.send?.({ usage: usageNow(question === "usage after collection") });
  });
  process.on("disconnect", () => process.exit(1));
  process.send?.({ ready });
}

function usageNow(collect: boolean): Usage {
  const { user, system } = process.cpuUsage();
  // Twice, since what weak references and finalisers held only goes in the second.
  if (collect) for (let i = 0; i < 2; i += 1) globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { cpu: user + system, heap: heapUsed + external, resident: rss };
}
