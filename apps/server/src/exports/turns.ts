import { Refusal } from "../http/problem.ts";

/** Lets one at a time do what takes much memory; refuses with `not-now` where too many wait. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

export function makeTurns(mostWaiting: number): Turns {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return async (work) => {
    if (waiting >= mostWaiting) throw new Refusal("not-now");
    waiting += 1;
    const before = last;
    const mine = before.then(work).finally(() => (waiting -= 1));
    // How one ends is no affair of the next.
    last = mine.catch(() => undefined);
    return await mine;
  };
}
