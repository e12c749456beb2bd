import { mkdirSync, readFileSync, rmSync } from "node:fs";

import { ensureBrowser } from "./browser.ts";
import { ensureClient } from "./client.ts";
import { inRoot } from "./paths.ts";
import { run } from "./run.ts";
import { type Tally, closingLine, honest, playwrightTally, sum, vitestTally } from "./tally.ts";

const reports = inRoot(".cache", "reports");

function reportIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

async function unitTests(env: Readonly<Record<string, string>>): Promise<Tally> {
  const file = `${reports}/vitest.json`;
  const vitest = inRoot("node_modules", "vitest", "vitest.mjs");
  const { code } = await run(
    process.execPath,
    [vitest, "run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`],
    { cwd: inRoot(), env },
  );
  return honest(vitestTally(reportIn(file)), code);
}

async function endToEndTests(env: Readonly<Record<string, string>>): Promise<Tally> {
  const file = `${reports}/playwright.json`;
  const playwright = inRoot("e2e", "node_modules", "@playwright", "test", "cli.js");
  const { code } = await run(process.execPath, [playwright, "test", "--reporter=list,json"], {
    cwd: inRoot("e2e"),
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
  });
  return honest(playwrightTally(reportIn(file)), code);
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
try {
  const env = { CHROME_PATH: await ensureBrowser() };
  await ensureClient();
  const tally = sum([await unitTests(env), await endToEndTests(env)]);
  console.log(`\n${closingLine(tally)}`);
  process.exitCode = tally.failed > 0 || tally.passed === 0 ? 1 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log(`\n${closingLine({ passed: 0, failed: 1, skipped: 0 })}`);
  process.exitCode = 1;
}
