import { parseArgs } from "node:util";

import { metrics } from "./bars.ts";
import { choose } from "./choice.ts";
import { type ContenderKey, contenders } from "./contenders.ts";
import { canPin, pinLoad } from "./cores.ts";
import { ensurePeers } from "./peers.ts";
import { makePlan } from "./plan.ts";
import { runOnce } from "./run.ts";
import { median } from "./statistics.ts";
import { renderTable } from "./table.ts";

const { values: options } = parseArgs({
  options: {
    short: { type: "boolean", default: false },
    /** Parts of the names of loads and servers; all where nothing is said. */
    load: { type: "string", multiple: true, default: [""] },
    server: { type: "string", multiple: true, default: [""] },
    /** Arguments for the servers' Node, such as `--cpu-prof`. */
    node: { type: "string", multiple: true, default: [] },
  },
});

const took = (since: number): string => ((performance.now() - since) / 1000).toFixed(1);

const plan = makePlan(options.short ? "short" : "full");
const contestants = contenders.filter(({ key }) => !plan.without.includes(key));
const chosen = choose("server", contestants, ({ key }) => key, options.server);
const loads = choose("load", plan.loads, ({ name }) => name, options.load);
const samples = new Map<string, Map<ContenderKey, number[]>>();
let failures = 0;

if (chosen.some(({ script }) => script.endsWith(".mjs"))) ensurePeers();
pinLoad();
if (!canPin) console.error("Nothing keeps the processes to a core each; read this as a sketch.");

const start = performance.now();
for (let run = 1; run <= plan.runs; run += 1) {
  // Servers take turns, so that what else the machine does meets all of them.
  for (const load of loads) for (const contender of chosen) await measure(run, load, contender);
}

const rows = metrics
  .filter(({ key }) => samples.has(key))
  .map((metric) => {
    const taken = samples.get(metric.key) ?? new Map<ContenderKey, number[]>();
    return { metric, row: new Map([...taken].map(([key, values]) => [key, median(values)])) };
  });
console.log(`\n${renderTable(chosen, rows)}\n`);
console.log(
  `${plan.runs === 1 ? "One run" : `Medians of ${plan.runs} interleaved runs`}, in ${took(start)} s; Node ${process.versions.node}.`,
);
process.exit(failures > 0 ? 1 : 0);

async function measure(
  run: number,
  load: (typeof loads)[number],
  contender: (typeof chosen)[number],
): Promise<void> {
  const began = performance.now();
  try {
    const figures = await runOnce(load, contender, options.node);
    if (!figures) return;
    for (const [key, value] of Object.entries(figures)) {
      const taken = samples.get(key) ?? new Map<ContenderKey, number[]>();
      samples.set(key, taken.set(contender.key, [...(taken.get(contender.key) ?? []), value]));
    }
    const text = Object.entries(figures).map(([key, value]) => `${key} ${value.toPrecision(4)}`);
    console.error(`${run}/${plan.runs} ${contender.key}: ${text.join(", ")} (${took(began)} s)`);
  } catch (error) {
    failures += 1;
    console.error(`${run}/${plan.runs} ${contender.key}, ${load.name}: ${String(error)}`);
  }
}
