import { gzipSync } from "node:zlib";

import type { Page } from "@playwright/test";

import { expect, test } from "./support/test.ts";

const kB = 1000;

interface Loaded {
  readonly path: string;
  readonly type: string;
  readonly gzip: number;
}

/** Records, by path, what the page fetches from now on, as large as gzip makes it. */
function record(page: Page) {
  const pending: Promise<Loaded>[] = [];
  page.on("response", (response) => {
    const type = response.request().resourceType();
    if (!["document", "script", "stylesheet", "font"].includes(type) || !response.ok()) return;
    const { pathname } = new URL(response.url());
    const sized = response.body().then((body) => ({
      path: pathname,
      type,
      // A font is compressed already.
      gzip: type === "font" ? body.length : gzipSync(body, { level: 9 }).length,
    }));
    pending.push(sized);
  });
  return () => Promise.all(pending);
}

const size = (loaded: readonly Loaded[]): number => loaded.reduce((sum, { gzip }) => sum + gzip, 0);

const figure = (what: string, bytes: number, limit: number): void =>
  console.log(`${what}: ${(bytes / kB).toFixed(1)} kB gzip (at most ${limit / kB})`);

test("the first page needs little, and its shell less", async ({ open }) => {
  const { page } = await open(null);
  const loaded = record(page);
  await page.goto("/", { waitUntil: "networkidle" });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const entry = await page.locator("script[src][type=module]").first().getAttribute("src");
  const all = await loaded();
  const shell = all.filter(({ path }) => path === entry);
  const needed = all.filter(({ type }) => type !== "font");
  figure("The shell", size(shell), 25 * kB);
  figure("All that the first page needs", size(needed), 60 * kB);
  console.log(
    `Its fonts, which it does not wait for: ${(size(all.filter(({ type }) => type === "font")) / kB).toFixed(1)} kB`,
  );
  expect(shell).toHaveLength(1);
  expect(size(shell)).toBeLessThanOrEqual(25 * kB);
  expect(size(needed)).toBeLessThanOrEqual(60 * kB);
});
