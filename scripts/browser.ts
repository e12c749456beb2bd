import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

import { inRoot } from "./paths.ts";
import { type Run, run } from "./run.ts";

/** What finding or installing a browser depends on: the machine, or a test's idea of one. */
export interface Machine {
  readonly run: Run;
  readonly exists: (path: string) => boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly root: boolean;
  readonly say: (line: string) => void;
}

const names = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "chromium-headless-shell",
];
const macApps = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
const playwright = inRoot("e2e", "node_modules", "@playwright", "test", "cli.js");
const minutes = (count: number): number => count * 60_000;

export const thisMachine: Machine = {
  run,
  exists: existsSync,
  env: process.env,
  platform: process.platform,
  root: process.getuid?.() === 0,
  say: (line) => console.log(line),
};

/** A browser that is there may still lack the libraries it needs: only one that answers counts. */
async function works(machine: Machine, path: string): Promise<boolean> {
  if (!machine.exists(path)) return false;
  const ran = await machine.run(path, ["--version"], { quiet: true, timeoutMs: 20_000 });
  return ran.code === 0;
}

async function firstWorking(machine: Machine, paths: readonly string[]): Promise<string | null> {
  for (const path of paths) if (await works(machine, path)) return path;
  return null;
}

function installedPaths({ env, platform }: Machine): readonly string[] {
  const folders = (env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...(platform === "darwin" ? macApps : [])];
}

async function playwrightsOwn(machine: Machine): Promise<string | null> {
  const where = await machine.run(process.execPath, [inRoot("e2e", "playwright-browser.ts")], {
    quiet: true,
  });
  return where.code === 0 ? firstWorking(machine, [where.output.trim()]) : null;
}

async function installPlaywrights(machine: Machine): Promise<string | null> {
  machine.say("No Chromium here: fetching Playwright's.");
  await machine.run(process.execPath, [playwright, "install", "--no-shell", "chromium"], {
    quiet: true,
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "10000" },
    timeoutMs: minutes(3),
  });
  return playwrightsOwn(machine);
}

/** `[]` for root, `["sudo", "-n"]` where sudo asks nothing, null where neither. */
async function privilege(machine: Machine): Promise<readonly string[] | null> {
  if (machine.root) return [];
  const sudo = await machine.run("sudo", ["-n", "true"], { quiet: true, timeoutMs: 5000 });
  return sudo.code === 0 ? ["sudo", "-n"] : null;
}

async function installDebians(machine: Machine): Promise<string | null> {
  if (!machine.exists("/usr/bin/apt-get")) return null;
  const prefix = await privilege(machine);
  if (prefix === null) return null;
  machine.say("Installing Debian's chromium.");
  const apt = (...args: readonly string[]) => {
    const words = [...prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", ...args];
    return machine.run(words[0] ?? "env", words.slice(1), { quiet: true, timeoutMs: minutes(8) });
  };
  // A mirror that fails to answer still leaves the lists there were.
  await apt("update");
  const installed = await apt("install", "-y", "--no-install-recommends", "chromium");
  if (installed.code !== 0) machine.say(installed.output.trim().split("\n").slice(-5).join("\n"));
  return firstWorking(machine, installedPaths(machine));
}

/** The browser that is already here, or null. `CHROME_PATH` wins, and must then be right. */
export async function findBrowser(machine: Machine = thisMachine): Promise<string | null> {
  const named = machine.env["CHROME_PATH"];
  if (named !== undefined && named !== "") {
    if (await works(machine, named)) return named;
    throw new Error(`CHROME_PATH names ${named}, which does not run.`);
  }
  return (await firstWorking(machine, installedPaths(machine))) ?? playwrightsOwn(machine);
}

/** The path of a Chromium or Chrome that runs; installs one where it may. */
export async function ensureBrowser(machine: Machine = thisMachine): Promise<string> {
  const found =
    (await findBrowser(machine)) ??
    (await installPlaywrights(machine)) ??
    (await installDebians(machine));
  if (found !== null) return found;
  throw new Error(
    "The tests need Chromium or Chrome, and none could be found or installed. " +
      "Install one (on Debian: apt-get install chromium), or name it by CHROME_PATH.",
  );
}
