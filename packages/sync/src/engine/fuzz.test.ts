import { expect, test } from "vitest";

import { faultsOf, fuzz } from "../testing/fuzz.ts";

/** `FUZZ_SEED` replays one day; `FUZZ_RUNS` lives through more of them. */
const { FUZZ_SEED, FUZZ_RUNS = "20" } = process.env;
const first = FUZZ_SEED === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(FUZZ_SEED);
const runs = FUZZ_SEED === undefined ? Number(FUZZ_RUNS) : 1;

test(
  "D1 D4 A5 C1 U3 whatever happens, all end with the same, and with all that was acknowledged",
  { timeout: 60_000 + runs * 1000 },
  async () => {
    for (let seed = first; seed < first + runs; seed += 1) {
      const { worlds, lost, refusals } = await fuzz(seed, 1200);
      const [world] = worlds;
      expect({ seed, worlds, lost, refusals }).toEqual({
        seed,
        worlds: worlds.map(() => world),
        lost: [],
        refusals: [],
      });
    }
  },
);

test.each([891733655, 891733676, 891734227, 891734382])(
  "P7 D3 the day of seed %i, when joined deletions were out of order and the history lost words",
  { timeout: 60_000 },
  async (seed) => expect(faultsOf(await fuzz(seed, 1200))).toEqual([]),
);
