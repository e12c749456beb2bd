import { defineConfig } from "@playwright/test";

import { findBrowser } from "../scripts/browser.ts";

const executablePath = await findBrowser();
if (executablePath === null) throw new Error("No Chromium here: `pnpm test` installs one.");

/** Chromium's own errands would count as requests to strangers. */
const quiet = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-default-browser-check",
  "--no-first-run",
];
const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.ts",
  outputDir: "../.cache/e2e",
  fullyParallel: true,
  forbidOnly: process.env["CI"] !== undefined,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    locale: "en-GB",
    timezoneId: "UTC",
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    trace: "retain-on-failure",
    launchOptions: { executablePath, args: [...quiet, ...asRoot] },
  },
});
