/** A token bucket: `burst` at once, `perSecond` in the long run. Times are milliseconds. */
export class Bucket {
  readonly #burst: number;
  readonly #perMs: number;
  #tokens: number;
  #at: number;

  constructor(rate: { readonly burst: number; readonly perSecond: number }, now: number) {
    this.#burst = rate.burst;
    this.#perMs = rate.perSecond / 1000;
    this.#tokens = rate.burst;
    this.#at = now;
  }

  take(now: number, cost = 1): boolean {
    this.#earn(now);
    if (this.#tokens < cost) return false;
    this.#tokens -= cost;
    return true;
  }

  isFull(now: number): boolean {
    this.#earn(now);
    return this.#tokens === this.#burst;
  }

  #earn(now: number): void {
    const earned = Math.max(0, now - this.#at) * this.#perMs;
    this.#tokens = Math.min(this.#burst, this.#tokens + earned);
    this.#at = now;
  }
}
