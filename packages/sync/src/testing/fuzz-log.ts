import type { RoomLog } from "../ports.ts";
import type { Random } from "./random.ts";

interface Operation {
  readonly isAppend: boolean;
  readonly run: () => Promise<unknown>;
  readonly settle: (result: Promise<unknown>) => void;
}

/** A disk under a test's control: every operation waits for its turn, and some fail. */
export class FuzzLog implements RoomLog {
  readonly #disk: RoomLog;
  readonly #random: Random;
  #waiting: Operation[] = [];
  /** How often an operation fails. */
  failing = 0;

  constructor(disk: RoomLog, random: Random) {
    this.#disk = disk;
    this.#random = random;
  }

  load(room: string): ReturnType<RoomLog["load"]> {
    return this.#wait(false, () => this.#disk.load(room));
  }

  append(entries: Parameters<RoomLog["append"]>[0]): ReturnType<RoomLog["append"]> {
    return this.#wait(true, () => this.#disk.append(entries));
  }

  compact(...asked: Parameters<RoomLog["compact"]>): Promise<boolean> {
    return this.#wait(false, () => this.#disk.compact(...asked));
  }

  history(room: string): ReturnType<RoomLog["history"]> {
    return this.#wait(false, () => this.#disk.history(room));
  }

  forget(...asked: Parameters<RoomLog["forget"]>): Promise<boolean> {
    return this.#wait(false, () => this.#disk.forget(...asked));
  }

  olderThan(before: number): ReturnType<RoomLog["olderThan"]> {
    return this.#wait(false, () => this.#disk.olderThan(before));
  }

  disown(...asked: Parameters<RoomLog["disown"]>): Promise<void> {
    return this.#wait(false, () => this.#disk.disown(...asked));
  }

  erase(path: string): Promise<void> {
    return this.#wait(false, () => this.#disk.erase(path));
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }

  get isIdle(): boolean {
    return this.#waiting.length === 0;
  }

  /** One of those waiting gets its turn. */
  step(): void {
    const [operation] = this.#waiting.splice(this.#random.below(this.#waiting.length), 1);
    if (!operation) return;
    const fails = this.#random.chance(this.failing);
    operation.settle(fails ? Promise.reject(new Error("the disk failed")) : operation.run());
  }

  /** The process dies: what was waiting may have reached the disk, but nobody hears of it. */
  async crash(): Promise<void> {
    for (const { isAppend, run } of this.#waiting.splice(0)) {
      if (isAppend && this.#random.chance(0.5)) await run();
    }
  }

  #wait<T>(isAppend: boolean, run: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const settle = (result: Promise<unknown>): void => {
        // It settles with what its own `run` gave.
        (result as Promise<T>).then(resolve, reject);
      };
      this.#waiting.push({ isAppend, run, settle });
    });
  }
}
