import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Contender } from "./contenders.ts";
import type { Figures, Load } from "./loads/load.ts";
import { type ServerProcess, startServerProcess } from "./server-process.ts";

/** Longer than any load takes; what hangs must not hang everything. */
const longest = 180_000;
/** To write down what the next start must find; and what nobody will ask for any more (ms). */
const longestStop = { between: 30_000, last: 5000 };

const suits = (load: Load, { dialect, persists }: Contender): boolean =>
  load.needs === "nothing" ||
  (load.needs === "documents" && dialect.answers) ||
  (load.needs === "persistence" && persists);

/** One load on one server of its own, on an empty disk; null where it makes no sense. */
export async function runOnce(
  load: Load,
  contender: Contender,
  nodeArgs: readonly string[],
): Promise<Figures | null> {
  if (!suits(load, contender)) return null;
  const dataDir = await mkdtemp(join(tmpdir(), "concord-bench-"));
  const { promise: failure, reject: fail } = Promise.withResolvers<never>();
  const place = { dataDir, rooms: load.rooms, nodeArgs, fail };
  const start = () => startServerProcess(contender, place);
  let server: ServerProcess = await start();
  const late = setTimeout(() => fail(new Error("it takes too long")), longest);
  let isOver = false;
  const restart = async () => {
    if (!(await server.stop(longestStop.between)))
      throw new Error("it did not end by itself when it was told to");
    if (isOver) throw new Error("the run is over");
    server = await start();
    return server;
  };
  const running = load.run({ server, restart });
  try {
    return await Promise.race([running, failure]);
  } finally {
    isOver = true;
    clearTimeout(late);
    await server.stop(longestStop.last);
    // A load that was given up must not go on beside the next; without a server it fails soon.
    await Promise.allSettled([running]);
    await server.stop(longestStop.last);
    await rm(dataDir, { recursive: true, force: true });
  }
}
