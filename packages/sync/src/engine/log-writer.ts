import type { Append, RoomLog } from "../ports.ts";

/** Whoever appends: told in order what has become of it, and never both. */
export interface Appender {
  /** The next `seqs.length` of its entries are on disk, under these seqs. */
  durable(seqs: readonly number[]): void;
  /** Its entries that aren't durable yet never will be. */
  failed(error: unknown): void;
}

interface Pending {
  readonly owner: Appender;
  readonly entry: Append;
}

const maxBatchEntries = 4096;
const maxBatchBytes = 8 * 2 ** 20;

/**
 * Groups appends of all rooms (SPEC D3): the next batch leaves when the last is on disk, so that a
 * slow disk makes larger batches and a fast one short waits. No timer.
 */
export class LogWriter {
  readonly #log: RoomLog;
  #queue: Pending[] = [];
  #running: Promise<void> | null = null;

  constructor(log: RoomLog) {
    this.#log = log;
  }

  append(owner: Appender, entry: Append): void {
    this.#queue.push({ owner, entry });
    this.#running ??= this.#run();
  }

  /** Resolves once nothing waits any more. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async #run(): Promise<void> {
    // What arrives in this tick leaves together.
    await Promise.resolve();
    while (this.#queue.length > 0) await this.#write(this.#takeBatch());
    this.#running = null;
  }

  #takeBatch(): Pending[] {
    let bytes = 0;
    let count = 0;
    for (const { entry } of this.#queue) {
      if (count === maxBatchEntries || (count > 0 && bytes + entry.update.length > maxBatchBytes)) {
        break;
      }
      bytes += entry.update.length;
      count += 1;
    }
    return this.#queue.splice(0, count);
  }

  async #write(batch: readonly Pending[]): Promise<void> {
    const groups = Map.groupBy(batch, ({ owner }) => owner);
    const outcome = await this.#log.append(batch.map(({ entry }) => entry)).then(
      (seqs) => ({ kind: "stored", seqs }) as const,
      (error: unknown) => ({ kind: "refused", error }) as const,
    );
    if (outcome.kind === "stored") {
      const seqOf = new Map(batch.map((pending, i) => [pending, outcome.seqs[i] ?? 0]));
      for (const [owner, entries] of groups) {
        owner.durable(entries.map((pending) => seqOf.get(pending) ?? 0));
      }
    } else if (groups.size > 1) {
      // One room's trouble is not another's: what was refused together is tried by itself.
      for (const entries of groups.values()) await this.#write(entries);
    } else {
      for (const owner of groups.keys()) this.#fail(owner, outcome.error);
    }
  }

  #fail(owner: Appender, error: unknown): void {
    this.#queue = this.#queue.filter((pending) => pending.owner !== owner);
    owner.failed(error);
  }
}
