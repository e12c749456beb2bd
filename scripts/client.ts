import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

import { inRoot, root } from "./paths.ts";
import { run } from "./run.ts";

const stamp = inRoot(".cache", "client");
const built = inRoot("apps", "web", "dist", "index.html");
const sources = [
  "apps/web",
  "packages/domain",
  "packages/sync",
  "packages/solid-yjs",
  "pnpm-lock.yaml",
];
const left = new Set(["node_modules", "dist", ".cache"]);

function* filesOf(path: string): Generator<string> {
  const entries = readdirSync(path, { withFileTypes: true });
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (left.has(entry.name) || entry.name.includes(".test.")) continue;
    if (entry.isDirectory()) yield* filesOf(join(path, entry.name));
    else yield join(path, entry.name);
  }
}

/** Names what the client is built from. By content: a checkout touches every file's time. */
function fingerprint(): string {
  const hash = createHash("sha256").update(process.version);
  for (const source of sources) {
    const path = inRoot(source);
    const files = source.endsWith(".yaml") ? [path] : filesOf(path);
    for (const file of files) {
      hash.update(`\0${relative(root, file)}\0`).update(readFileSync(file));
    }
  }
  return hash.digest("hex");
}

/** Builds the web client where it is missing or older than its sources; silent unless it fails. */
export async function ensureClient(): Promise<void> {
  const now = fingerprint();
  if (existsSync(built) && existsSync(stamp) && readFileSync(stamp, "utf8") === now) return;
  rmSync(stamp, { force: true });
  const vite = inRoot("apps", "web", "node_modules", "vite", "bin", "vite.js");
  const { code, output } = await run(process.execPath, [vite, "build"], {
    cwd: inRoot("apps", "web"),
    env: { NODE_ENV: "production" },
    quiet: true,
  });
  if (code !== 0) throw new Error(`The web client could not be built.\n${output}`);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
}
