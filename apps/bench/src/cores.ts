import { spawnSync } from "node:child_process";
import { availableParallelism } from "node:os";

/** Whether processes can be kept to a core each: without it figures of two runs differ more. */
export const canPin =
  availableParallelism() > 1 && spawnSync("taskset", ["--version"]).error === undefined;

const serverCore = "0";
const loadCore = "1";

/** Keeps the load, with all its threads, off the server's core. */
export function pinLoad(): void {
  if (canPin) spawnSync("taskset", ["-a", "-c", "-p", loadCore, String(process.pid)]);
}

/** A command that keeps to the server's core. */
export const pinned = (command: readonly string[]): readonly string[] =>
  canPin ? ["taskset", "-c", serverCore, ...command] : command;
