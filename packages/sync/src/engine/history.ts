import type { Clock, HistoryPart, LogEntry, RoomLog } from "../ports.ts";
import type { Compactor } from "./compaction.ts";
import type { Limits } from "./limits.ts";
import { mergeAll } from "./merge.ts";

/** A stretch of writing without a long pause, by whoever took part in it. */
export interface Revision {
  /** Its first entry's seq: the same for as long as the revision is kept. */
  readonly id: number;
  readonly from: number;
  readonly to: number;
  /** In the order in which they began. */
  readonly authors: readonly string[];
}

export interface RevisionDocument extends Revision {
  /** The document at the revision's end, without what had been deleted by then. */
  readonly update: Uint8Array;
  /** Whose each clientID in it is. */
  readonly writers: ReadonlyMap<number, string>;
}

/** What an entry of the log is in its history: a part of its own. */
export const partOf = ({ seq, author, at, update }: LogEntry): HistoryPart => ({
  author,
  from: at,
  to: at,
  firstSeq: seq,
  lastSeq: seq,
  update,
});

/** Divides what was written, in its order, wherever nobody wrote for longer than `pause` (ms). */
function sittings(parts: readonly HistoryPart[], pause: number): HistoryPart[][] {
  const all: HistoryPart[][] = [];
  let last = -Infinity;
  for (const part of parts) {
    const sitting = all.at(-1);
    if (sitting && part.from - last <= pause) sitting.push(part);
    else all.push([part]);
    last = Math.max(last, part.to);
  }
  return all;
}

/** What becomes one part of the history, but for its update: the merged ones of these entries. */
interface HistoryGroup {
  readonly part: HistoryPart;
  readonly indices: readonly number[];
}

/** Each author's entries of each sitting (SPEC H1). */
export function groupHistory(tail: readonly LogEntry[], pause: number): HistoryGroup[] {
  const indexOf = new Map(tail.map(({ seq }, index) => [seq, index]));
  return sittings(tail.map(partOf), pause).flatMap((sitting) =>
    [...Map.groupBy(sitting, ({ author }) => author).values()].flatMap((parts) => {
      const [first] = parts;
      if (!first) return [];
      const indices = parts.map(({ firstSeq }) => indexOf.get(firstSeq) ?? 0);
      return [{ part: { ...first, ...endOf(parts) }, indices }];
    }),
  );
}

const endOf = (
  parts: readonly HistoryPart[],
): { readonly to: number; readonly lastSeq: number } => ({
  to: Math.max(...parts.map(({ to }) => to)),
  lastSeq: Math.max(...parts.map(({ lastSeq }) => lastSeq)),
});

function revisionOf(sitting: readonly HistoryPart[]): Revision {
  const [first] = sitting;
  if (!first) throw new Error("a revision of nothing");
  const authors = [...new Set(sitting.map(({ author }) => author))];
  return { id: first.firstSeq, from: first.from, to: endOf(sitting).to, authors };
}

export interface HistoryContext {
  readonly log: RoomLog;
  readonly clock: Clock;
  readonly compactor: Compactor;
  readonly limits: Limits;
  readonly report: (event: { readonly kind: string; readonly error?: unknown }) => void;
  /** Has a room's tail folded, if nothing is in the way. */
  readonly fold: (room: string) => Promise<void>;
}

/** How often what is too old is looked for; the first time soon after the start (ms). */
const purgeEvery = 3_600_000;
const firstPurge = 60_000;

/** What was written and when, of every room: read back for a while, and then gone (SPEC H). */
export class History {
  readonly #context: HistoryContext;
  #purging: Promise<void> | null = null;
  #cancelNext: () => void;
  #stopped = false;

  constructor(context: HistoryContext) {
    this.#context = context;
    this.#cancelNext = context.clock.after(firstPurge, () => this.#purgeNow());
  }

  async revisions(room: string): Promise<readonly Revision[]> {
    const { parts } = await this.#context.log.history(room);
    return this.#finished(parts).map(revisionOf);
  }

  async revision(room: string, id: number): Promise<RevisionDocument | null> {
    const { base, parts, authors } = await this.#context.log.history(room);
    const sitting = this.#finished(parts).find(([first]) => first?.firstSeq === id);
    if (!sitting) return null;
    const { lastSeq } = endOf(sitting);
    const updates = before(parts, lastSeq).map(({ update }) => update);
    const all = base ? [base, ...updates] : updates;
    // While something is missing what is there is shown as it is.
    const update = (await this.#context.compactor(all))?.snapshot ?? mergeAll(all);
    return { ...revisionOf(sitting), update, writers: authors };
  }

  /** Resolves once no purge is under way, and none will be. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancelNext();
    await this.#purging;
  }

  /** Those that are kept and at an end: nobody is told that somebody writes right now. */
  #finished(parts: readonly HistoryPart[]): HistoryPart[][] {
    const { clock, limits } = this.#context;
    const now = clock.now();
    return sittings(parts, limits.historyPause).filter((sitting) => {
      const { to } = endOf(sitting);
      return to >= now - limits.historyKept && to < now - limits.historyPause;
    });
  }

  #purgeNow(): void {
    this.#purging = this.#purge()
      .catch((error: unknown) => this.#failed(error))
      .finally(() => {
        this.#purging = null;
        if (this.#stopped) return;
        this.#cancelNext = this.#context.clock.after(purgeEvery, () => this.#purgeNow());
      });
  }

  /** The next purge finds it again. */
  #failed(error: unknown): void {
    if (!this.#stopped) this.#context.report({ kind: "purge-failed", error });
  }

  async #purge(): Promise<void> {
    const { clock, limits, log } = this.#context;
    const horizon = clock.now() - limits.historyKept;
    for (const room of await log.olderThan(horizon)) {
      if (this.#stopped) return;
      // One room's trouble is not another's.
      await this.#purgeRoom(room, horizon).catch((error: unknown) => this.#failed(error));
    }
  }

  /** Folds what is old into the state before the rest, through a collected document (SPEC H4). */
  async #purgeRoom(room: string, horizon: number): Promise<void> {
    const { log, compactor, fold, limits } = this.#context;
    await fold(room);
    const { base, parts } = await log.history(room);
    const old = sittings(parts, limits.historyPause).filter((one) => endOf(one).to < horizon);
    // Where a gap ends one, it goes with the sitting that closes the gap.
    for (const sitting of old.toReversed()) {
      const { lastSeq } = endOf(sitting);
      const updates = before(parts, lastSeq).map(({ update }) => update);
      const next = await compactor(base ? [base, ...updates] : updates);
      if (next === null) continue;
      await log.forget(room, lastSeq, next.snapshot);
      return;
    }
  }
}

/** Sittings follow one another, so that what began by then has ended by then. */
const before = (parts: readonly HistoryPart[], lastSeq: number): HistoryPart[] =>
  parts.filter((part) => part.firstSeq <= lastSeq);
