import { AxeBuilder } from "@axe-core/playwright";
import { type Page, expect } from "@playwright/test";

const schemes = ["light", "dark"] as const;
const widths = [390, 1280] as const;
const rules = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];

/** Resolves once the page has been painted in what has just been asked of it. */
const painted = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
      }),
  );

async function findingsNow(page: Page, where: string): Promise<readonly string[]> {
  await painted(page);
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${where}: ${id} at ${node.target.join(" ")}`),
  );
}

/** What axe finds on a page, at both widths and in both schemes. */
async function findings(page: Page, path: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const colorScheme of schemes) {
    await page.emulateMedia({ reducedMotion: "reduce", colorScheme });
    await page.goto(path, { waitUntil: "networkidle" });
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      found.push(...(await findingsNow(page, `${path} ${colorScheme} ${width}`)));
    }
  }
  return found;
}

/** Expects that axe finds nothing on these pages, at both widths and in both schemes. */
export async function nothingFound(page: Page, paths: readonly string[]): Promise<void> {
  const found: string[] = [];
  for (const path of paths) found.push(...(await findings(page, path)));
  expect(found).toEqual([]);
}
