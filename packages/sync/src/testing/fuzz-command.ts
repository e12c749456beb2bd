import { faultsOf, fuzz } from "./fuzz.ts";

/**
 * `pnpm fuzz [minutes]` lives through one bad day after the other for as long as told, and
 * `pnpm fuzz --seed <seed>` through one of them again. A seed that fails becomes a named test.
 */
const steps = 1200;
const [first = "1", second] = process.argv.slice(2).filter((word) => word !== "--");

async function live(seed: number): Promise<boolean> {
  try {
    const faults = faultsOf(await fuzz(seed, steps));
    for (const fault of faults) console.log(`seed ${seed}: ${fault}`);
    return faults.length === 0;
  } catch (error) {
    console.log(`seed ${seed}:`, error);
    return false;
  }
}

async function liveFor(minutes: number): Promise<readonly number[]> {
  const failed: number[] = [];
  const start = Math.floor(Math.random() * 2 ** 31);
  const end = performance.now() + minutes * 60_000;
  let seed = start;
  for (; performance.now() < end; seed += 1) {
    if ((seed - start) % 100 === 0) console.log(`from seed ${seed}`);
    if (!(await live(seed))) failed.push(seed);
  }
  console.log(`${seed - start} days from seed ${start}, ${failed.length} of them failed`);
  return failed;
}

const isReplay = first === "--seed";
const number = Number(isReplay ? second : first);
if (!Number.isFinite(number) || number < 0) {
  console.error("pnpm fuzz [minutes], or pnpm fuzz --seed <seed>");
  process.exitCode = 2;
} else {
  const failed = isReplay ? ((await live(number)) ? [] : [number]) : await liveFor(number);
  for (const seed of failed) console.log(`again: pnpm fuzz --seed ${seed}`);
  if (failed.length > 0) process.exitCode = 1;
  else if (isReplay) console.log(`seed ${number}: as it should be`);
}
