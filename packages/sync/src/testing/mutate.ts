import type { Random } from "./random.ts";

/** The bytes with one to three small things wrong: a byte changed, added or missing, an end cut. */
export function mutate(bytes: Uint8Array, random: Random): Uint8Array {
  let mutated = [...bytes];
  for (let left = 1 + random.below(3); left > 0; left -= 1) {
    const at = random.below(Math.max(1, mutated.length));
    const kind = random.below(5);
    if (kind === 0) mutated[at] = random.below(256);
    else if (kind === 1) mutated[at] = (mutated[at] ?? 0) ^ (1 << random.below(8));
    else if (kind === 2) mutated.splice(at, 0, random.below(256));
    else if (kind === 3) mutated.splice(at, 1);
    else mutated = mutated.slice(0, at + 1);
  }
  return Uint8Array.from(mutated);
}
