import { Worker } from "node:worker_threads";

import type { Answer, Request } from "./protocol.ts";

export type Ask = Request extends infer R ? (R extends Request ? Omit<R, "id"> : never) : never;

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** One worker thread with the log's file open, until it ends. */
export class LogThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #asking: Request[] = [];
  #transfer: ArrayBuffer[] = [];
  #lastId = 0;
  #ended: { readonly why: unknown } | null = null;

  private constructor(worker: Worker) {
    this.#worker = worker;
    worker.on("message", (answers: readonly Answer[]) => {
      for (const answer of answers) this.#answer(answer);
    });
    worker.on("error", (error: unknown) => this.#end(error));
    worker.on("exit", () => this.#end(new Error("the log is closed")));
  }

  /** Resolves once the file is open, and rejects where it can't be. */
  static async start(file: string): Promise<LogThread> {
    const worker = new Worker(new URL("./worker.ts", import.meta.url), {
      workerData: { file },
      // The main thread's own flags (an --input-type, say) are not the worker's.
      execArgv: [],
    });
    await new Promise((resolve, reject) => {
      worker.once("error", reject);
      worker.once("message", () => {
        worker.off("error", reject);
        resolve(worker);
      });
    });
    return new LogThread(worker);
  }

  get hasEnded(): boolean {
    return this.#ended !== null;
  }

  async ask(request: Ask, transfer: readonly ArrayBuffer[] = []): Promise<Answer> {
    if (this.#ended) throw this.#ended.why;
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#transfer.push(...transfer);
      if (this.#asking.push({ ...request, id }) === 1) setImmediate(() => this.#post());
    });
  }

  /** What a turn asks goes together: waking the thread costs more than most of what it does. */
  #post(): void {
    const [asking, transfer] = [this.#asking, this.#transfer];
    this.#asking = [];
    this.#transfer = [];
    if (!this.#ended) this.#worker.postMessage(asking, transfer);
  }

  async terminate(): Promise<void> {
    await this.#worker.terminate();
  }

  #answer(answer: Answer): void {
    const asked = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (answer.kind === "failed") asked?.reject(new Error(answer.message));
    else asked?.resolve(answer);
  }

  #end(why: unknown): void {
    this.#ended ??= { why };
    for (const { reject } of this.#waiting.values()) reject(why);
    this.#waiting.clear();
  }
}
