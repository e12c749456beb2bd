import type { Append, Clock, RoomLog } from "../ports.ts";
import { joinUpdates } from "../protocol/join-updates.ts";
import type { Section, UpdateScan } from "../protocol/scan-update.ts";
import { ClientIntervals } from "./intervals.ts";

/** An entry that is on disk, and how many of its appender's updates it holds. */
export interface Stored {
  readonly seq: number;
  readonly update: Uint8Array;
  readonly sections: readonly Section[];
  readonly updates: number;
}

/** Whoever appends: told in order what has become of it, and never both. */
export interface Appender {
  /** The next of its updates are on disk, in these entries. */
  durable(entries: readonly Stored[]): void;
  /** Its updates that aren't durable yet never will be. */
  failed(error: unknown): void;
}

/** What is appended, and what is in it. */
interface Scanned extends Append {
  readonly scan: UpdateScan;
}

interface Pending {
  readonly owner: Appender;
  readonly append: Scanned;
}

/** What is to be one entry of the log. */
interface Row extends Omit<Stored, "seq"> {
  readonly append: Append;
}

const maxBatchUpdates = 16_384;
const maxBatchBytes = 8 * 2 ** 20;

/**
 * Groups appends of all rooms (SPEC D3): the next batch leaves when the last is on disk, so that a
 * slow disk makes larger batches; and not sooner than `pace` ms after it, since a fast one would
 * make a batch, with all that it costs, of nearly every update.
 */
export class LogWriter {
  readonly #log: RoomLog;
  readonly #clock: Clock;
  readonly #pace: number;
  #queue: Pending[] = [];
  #running: Promise<void> | null = null;
  #notBefore = -Infinity;

  constructor(log: RoomLog, clock: Clock, pace: number) {
    this.#log = log;
    this.#clock = clock;
    this.#pace = pace;
  }

  append(owner: Appender, append: Scanned): void {
    this.#queue.push({ owner, append });
    this.#running ??= this.#run();
  }

  /** Resolves once nothing waits any more. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async #run(): Promise<void> {
    // What arrives in this tick leaves together.
    await Promise.resolve();
    while (this.#queue.length > 0) {
      const wait = this.#notBefore - this.#clock.now();
      if (wait > 0) await new Promise<void>((resolve) => this.#clock.after(wait, resolve));
      this.#notBefore = this.#clock.now() + this.#pace;
      await this.#write(this.#takeBatch());
    }
    this.#running = null;
  }

  #takeBatch(): Pending[] {
    let bytes = 0;
    let count = 0;
    for (const { append } of this.#queue) {
      const { length } = append.update;
      if (count === maxBatchUpdates || (count > 0 && bytes + length > maxBatchBytes)) break;
      bytes += length;
      count += 1;
    }
    return this.#queue.splice(0, count);
  }

  async #write(batch: readonly Pending[]): Promise<void> {
    const groups = Map.groupBy(batch, ({ owner }) => owner);
    const rows = new Map([...groups].map(([owner, pending]) => [owner, rowsOf(pending)]));
    const appends = [...rows.values()].flatMap((some) => some.map(({ append }) => append));
    const outcome = await this.#log.append(appends).then(
      (seqs) => ({ kind: "stored", seqs }) as const,
      (error: unknown) => ({ kind: "refused", error }) as const,
    );
    if (outcome.kind === "stored") {
      let at = 0;
      for (const [owner, some] of rows) {
        owner.durable(
          some.map(({ update, sections, updates }) => {
            at += 1;
            return { seq: outcome.seqs[at - 1] ?? 0, update, sections, updates };
          }),
        );
      }
    } else if (groups.size > 1) {
      // One room's trouble is not another's: what was refused together is tried by itself.
      for (const pending of groups.values()) await this.#write(pending);
    } else {
      for (const owner of groups.keys()) this.#fail(owner, outcome.error);
    }
  }

  #fail(owner: Appender, error: unknown): void {
    this.#queue = this.#queue.filter((pending) => pending.owner !== owner);
    owner.failed(error);
  }
}

/** What one person wrote in one go becomes one entry where that is but a matter of copying. */
function rowsOf(pending: readonly Pending[]): Row[] {
  const rows: Row[] = [];
  for (let first = 0; first < pending.length;) {
    const author = pending[first]?.append.author;
    let next = first + 1;
    while (pending[next]?.append.author === author) next += 1;
    for (const row of joined(pending.slice(first, next))) rows.push(row);
    first = next;
  }
  return rows;
}

function joined(pending: readonly Pending[]): Row[] {
  const appends = pending.map(({ append }) => append);
  const last = appends.at(-1);
  const one =
    appends.length > 1 &&
    joinUpdates(
      appends.map(({ update, scan: { sections } }) => ({ update, sections })),
      deletesOf(appends),
    );
  if (!last || !one) return appends.map(rowOf);
  const { room, author, at } = last;
  const { update, sections } = one;
  const binds = appends.flatMap((append) => append.binds);
  const append = { room, author, at, update, binds };
  return [{ append, update, sections, updates: appends.length }];
}

const rowOf = (append: Scanned): Row => {
  const { update, scan } = append;
  return { append, update, sections: scan.sections, updates: 1 };
};

/** In order: Yjs misreads a delete set out of order while something of it is missing (SPEC P7). */
function deletesOf(appends: readonly Scanned[]): Uint8Array {
  const deleted = new ClientIntervals();
  for (const { scan } of appends) deleted.addAll(scan.deletes);
  return deleted.encode();
}
