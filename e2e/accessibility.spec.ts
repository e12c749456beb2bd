import { AxeBuilder } from "@axe-core/playwright";
import { CreatedGrant } from "@concord/domain/observers/schema";
import { Invitation, CreatedSpace } from "@concord/domain/spaces/schema";
import type { Page } from "@playwright/test";

import { signUp } from "./support/person.ts";
import { expect, test } from "./support/test.ts";
import { writeAgreement, writeGoal, writeNeeds } from "./support/written.ts";

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

async function nothingFound(page: Page, paths: readonly string[]): Promise<void> {
  const found: string[] = [];
  for (const path of paths) found.push(...(await findings(page, path)));
  expect(found).toEqual([]);
}

test.describe.configure({ timeout: 240_000 });

test("axe finds nothing on the pages before signing in", async ({ open, server }) => {
  const { page } = await open(null);
  const ada = await signUp(server.origin, "Ada");
  const { id } = await ada.ask(CreatedSpace, "POST", "/api/spaces", {});
  const { code } = await ada.ask(Invitation, "POST", `/api/spaces/${id}/invitations`, {});
  await nothingFound(page, ["/", "/operator", "/sign-up", "/sign-in", `/join/${code}`, "/nowhere"]);
});

test("axe finds nothing on the pages of a space that is still empty", async ({ home }) => {
  const at = `/space/${home.space}`;
  const lists = ["needs", "goals", "agreements", "people"].map((name) => `${at}/${name}`);
  await nothingFound(home.adas.page, ["/", at, ...lists]);
});

test("axe finds nothing on the pages of a space that is lived in", async ({ home, server }) => {
  const at = `/space/${home.space}`;
  await writeNeeds(server.origin, home, ["Time to myself", "To be asked first"]);
  await writeGoal(server.origin, home);
  const id = await writeAgreement(server.origin, home, "Evenings", [
    "We eat together.",
    "No phones.",
  ]);
  await nothingFound(home.adas.page, [
    `${at}/needs`,
    `${at}/goals`,
    `${at}/agreements`,
    `${at}/agreements/${id}`,
  ]);
});

test("axe finds nothing on the pages of somebody who looks on", async ({ home, admit, server }) => {
  await writeNeeds(server.origin, home, ["Time to myself"]);
  const { page } = await admit(["needs"]);
  const until = Date.now() + 3_600_000;
  const grants = `/api/spaces/${home.space}/grants`;
  const { code } = await home.ada.ask(CreatedGrant, "POST", grants, { rooms: ["goals"], until });
  const at = `/space/${home.space}`;
  await nothingFound(page, ["/desk", `/observe/${code}`, at, `${at}/needs`]);
  await nothingFound(home.adas.page, [`${at}/people`]);
});
