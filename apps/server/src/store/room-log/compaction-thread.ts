import { Worker } from "node:worker_threads";

import type { Compacted, Compactor, Group } from "@concord/sync/engine/compaction";
import type { Clock } from "@concord/sync/ports";

import type { CompactionAnswer, CompactionRequest } from "./compaction-protocol.ts";

export interface CompactionThreadOptions {
  readonly clock: Clock;
  /** What one compaction may take (ms): forged documents can take for ever. */
  readonly patience?: number;
  /** The thread ends when nothing was asked of it for so long (ms). */
  readonly idle?: number;
  /** How much memory the thread may use: beyond it the compaction fails, not the process. */
  readonly megabytes?: number;
}

interface Job {
  readonly updates: readonly Uint8Array[];
  readonly groups: readonly Group[];
  readonly resolve: (compacted: Compacted | null) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Compacts on a thread of its own, one room after the other. The thread is there while there is
 * something to do; one that dies or takes too long fails that compaction alone (SPEC C5).
 */
export function compactOnThread(options: CompactionThreadOptions): Compactor {
  const thread = new CompactionThread(options);
  return (updates, groups = []) =>
    new Promise((resolve, reject) => thread.add({ updates, groups, resolve, reject }));
}

class CompactionThread {
  readonly #clock: Clock;
  readonly #patience: number;
  readonly #idle: number;
  readonly #megabytes: number;
  readonly #waiting: Job[] = [];
  #worker: Worker | null = null;
  #job: Job | null = null;
  #lastId = 0;
  #cancelTimer: () => void = () => {};

  constructor({ clock, patience, idle, megabytes }: CompactionThreadOptions) {
    this.#clock = clock;
    this.#patience = patience ?? 20_000;
    this.#idle = idle ?? 10_000;
    this.#megabytes = megabytes ?? 1024;
  }

  add(job: Job): void {
    this.#waiting.push(job);
    if (!this.#job) this.#next();
  }

  #next(): void {
    this.#cancelTimer();
    this.#job = this.#waiting.shift() ?? null;
    if (!this.#job) {
      this.#cancelTimer = this.#clock.after(this.#idle, () => this.#drop());
      return;
    }
    this.#lastId += 1;
    // Copies to hand over: an update may be a view on memory that others still use.
    const updates = this.#job.updates.map((update) => new Uint8Array(update));
    const request: CompactionRequest = { id: this.#lastId, updates, groups: this.#job.groups };
    this.#worker ??= this.#start();
    this.#worker.postMessage(
      request,
      updates.map(({ buffer }) => buffer),
    );
    this.#cancelTimer = this.#clock.after(this.#patience, () => {
      this.#drop();
      this.#fail(new Error("the compaction took too long"));
    });
  }

  #start(): Worker {
    const worker = new Worker(new URL("./compaction-worker.ts", import.meta.url), {
      // The main thread's own flags (an --input-type, say) are not the worker's.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: this.#megabytes },
    });
    // A process that has nothing else to do may end: what isn't compacted is all there.
    worker.unref();
    worker.on("message", (answer: CompactionAnswer) => {
      if (this.#worker === worker) this.#answer(answer);
    });
    const ended = (error: Error): void => {
      if (this.#worker !== worker) return;
      this.#worker = null;
      this.#fail(error);
    };
    worker.on("error", ended);
    worker.on("exit", () => ended(new Error("the compaction's thread ended")));
    return worker;
  }

  #answer(answer: CompactionAnswer): void {
    if (answer.id !== this.#lastId || !this.#job) return;
    const job = this.#job;
    if (answer.kind === "failed") job.reject(new Error(answer.message));
    else job.resolve(answer.compacted);
    this.#next();
  }

  #fail(error: unknown): void {
    const job = this.#job;
    job?.reject(error);
    if (job) this.#next();
  }

  #drop(): void {
    const worker = this.#worker;
    this.#worker = null;
    void worker?.terminate();
  }
}
