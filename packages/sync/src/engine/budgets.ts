import { Bucket } from "./bucket.ts";

/** One allowance for each person, over all of their connections. */
export class Budgets {
  readonly #rate: { readonly burst: number; readonly perSecond: number };
  readonly #people = new Map<string, Bucket>();

  constructor(rate: { readonly burst: number; readonly perSecond: number }) {
    this.#rate = rate;
  }

  /** Whether a person may have this much now. What is more than the whole allowance takes it all. */
  take(person: string, cost: number, now: number): boolean {
    let bucket = this.#people.get(person);
    if (!bucket) this.#people.set(person, (bucket = new Bucket(this.#rate, now)));
    return bucket.take(now, Math.min(cost, this.#rate.burst));
  }

  /** Forgets those who have their whole allowance anyway. */
  sweep(now: number): void {
    for (const [person, bucket] of this.#people) {
      if (bucket.isFull(now)) this.#people.delete(person);
    }
  }
}
