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

  take(now: number): boolean {
    const earned = Math.max(0, now - this.#at) * this.#perMs;
    this.#tokens = Math.min(this.#burst, this.#tokens + earned);
    this.#at = now;
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}
