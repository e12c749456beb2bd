import { platform, setPriority } from "node:os";

/**
 * Lets a worker's thread wait for those that relay, where they share a core: for a checkpoint of
 * the log nobody's words should be late. `niceness` is 0 to 19. On Linux each thread has its own;
 * elsewhere it would be the whole process's, so nothing is done.
 */
export function yieldToOthers(niceness: number): void {
  if (platform() === "linux") setPriority(niceness);
}
