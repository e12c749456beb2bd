import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { peersDir, root } from "./paths.ts";

/** What is installed by, and what was: pnpm leaves a copy once everything is there. */
const lockFile = join(peersDir, "pnpm-lock.yaml");
const installedBy = join(peersDir, "node_modules", ".pnpm", "lock.yaml");

const areInstalled = (): boolean =>
  existsSync(installedBy) && readFileSync(installedBy).equals(readFileSync(lockFile));

/**
 * Installs the peers by a lock file of their own, once for each version of it. The pinned Node
 * brings its headers along: what has no binary for it is built, where there is a compiler.
 */
export function ensurePeers(): void {
  if (areInstalled()) return;
  console.error("Installing the servers to compare with; this happens once.");
  const headers = join(root, "node_modules", `node-${process.platform}-${process.arch}`);
  const { status } = spawnSync("npx", ["--yes", "pnpm@12", "install", "--frozen-lockfile"], {
    cwd: peersDir,
    stdio: ["ignore", "inherit", "inherit"],
    env: {
      ...process.env,
      CI: "1",
      ...(existsSync(join(headers, "include")) ? { npm_config_nodedir: headers } : {}),
    },
  });
  if (status !== 0) throw new Error("the servers to compare with could not be installed");
}
