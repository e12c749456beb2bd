import type { Clock } from "../ports.ts";

/** Does something for many a little later, all at once: one timer serves them all. */
export class Deferred<Who> {
  readonly #clock: Clock;
  readonly #delay: number;
  readonly #work: (who: Who) => void;
  #waiting = new Set<Who>();
  #cancel: (() => void) | null = null;

  /** `delay` is ms from the first that waits. */
  constructor(clock: Clock, delay: number, work: (who: Who) => void) {
    this.#clock = clock;
    this.#delay = delay;
    this.#work = work;
  }

  add(who: Who): void {
    if (this.#delay === 0) return this.#work(who);
    this.#waiting.add(who);
    this.#cancel ??= this.#clock.after(this.#delay, () => this.#now());
  }

  stop(): void {
    this.#cancel?.();
    this.#waiting.clear();
  }

  #now(): void {
    const waiting = this.#waiting;
    this.#waiting = new Set();
    this.#cancel = null;
    for (const who of waiting) this.#work(who);
  }
}
