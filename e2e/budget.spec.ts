import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

import type { Page } from "@playwright/test";

import { inRoot } from "../scripts/paths.ts";
import { expect, test } from "./support/test.ts";
import { writeAgreement } from "./support/written.ts";

const kB = 1000;

interface Loaded {
  readonly path: string;
  readonly type: string;
  readonly gzip: number;
}

const counted = new Set(["document", "script", "stylesheet", "font"]);

/** Notes what the page asks for from now on, and says how large it is under gzip. */
function record(page: Page): () => readonly Loaded[] {
  const asked = new Map<string, string>();
  page.on("request", (request) => {
    const type = request.resourceType();
    if (counted.has(type)) asked.set(new URL(request.url()).pathname, type);
  });
  const measure = ([path, type]: readonly [string, string]): Loaded => {
    const file = type === "document" ? "index.html" : path;
    const body = readFileSync(inRoot("apps", "web", "dist", file));
    // A font is compressed already.
    const gzip = type === "font" ? body.length : gzipSync(body, { level: 9 }).length;
    return { path, type, gzip };
  };
  return () => [...asked].map(measure);
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
  const all = loaded();
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

test("the editor comes only with an agreement, and is small enough", async ({ home, server }) => {
  const id = await writeAgreement(server.origin, home, "Evenings", ["We eat together."]);
  const { page } = home.adas;
  const loaded = record(page);
  const at = `/space/${home.space}`;
  await page.goto(`${at}/agreements`, { waitUntil: "networkidle" });
  const before = new Set(loaded().map(({ path }) => path));
  await page.goto(`${at}/agreements/${id}`, { waitUntil: "networkidle" });
  await expect(page.getByText("We eat together.")).toBeVisible();
  const editor = loaded().filter(({ path, type }) => type === "script" && !before.has(path));
  figure("The editor", size(editor), 85 * kB);
  expect(size(editor)).toBeGreaterThan(10 * kB);
  expect(size(editor)).toBeLessThanOrEqual(85 * kB);
});
