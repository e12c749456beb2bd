import { defineConfig } from "@playwright/test";

import { findBrowser } from "../scripts/browser.ts";

/** `pnpm test` sees to it that there is one; where there is none, Playwright says so itself. */
const executablePath = await findBrowser();

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
  // What failed once is shown as flaky: on a busy machine that is not worth a red build.
  retries: process.env["CI"] === undefined ? 0 : 1,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    locale: "en-GB",
    timezoneId: "UTC",
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    trace: "on-first-retry",
    launchOptions: { ...(executablePath && { executablePath }), args: [...quiet, ...asRoot] },
  },
});
