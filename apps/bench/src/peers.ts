import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

import { peersDir, root } from "./paths.ts";

/**
 * Installs the peers by a lock file of their own, once. The pinned Node brings its headers along:
 * what has no binary for it is built, where there is a compiler.
 */
export function ensurePeers(): void {
  if (existsSync(join(peersDir, "node_modules", ".modules.yaml"))) return;
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
