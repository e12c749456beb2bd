import { mkdirSync } from "node:fs";

import { type Browser, type Page, chromium } from "@playwright/test";

import { ensureBrowser } from "../scripts/browser.ts";
import { ensureClient } from "../scripts/client.ts";
import { inRoot } from "../scripts/paths.ts";
import { startDemonstration } from "./support/demonstration.ts";

// Pictures of every page of the demonstration: at two widths, light and dark.
const folder = inRoot(".cache", "screenshots");
const schemes = ["light", "dark"] as const;
const widths = [390, 1280] as const;

async function shoot(page: Page, name: string, path: string): Promise<void> {
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const width of widths) {
      await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
      await page.goto(path, { waitUntil: "networkidle" });
      await page.screenshot({
        path: `${folder}/${name}-${width}-${colorScheme}.png`,
        fullPage: true,
      });
    }
  }
}

async function enter(browser: Browser, link: string): Promise<Page> {
  const { origin } = new URL(link);
  const page = await (await browser.newContext({ baseURL: origin, locale: "en-GB" })).newPage();
  await page.goto(link, { waitUntil: "networkidle" });
  return page;
}

/** The address of the first agreement in the list. */
async function firstAgreement(page: Page, space: string): Promise<string> {
  await page.goto(`${space}/agreements`);
  const link = page.getByRole("list", { name: "Our agreements" }).getByRole("link").first();
  return (await link.getAttribute("href")) ?? "/";
}

/** Both partners in one agreement, each cursor in the other's window; one picture, side by side. */
async function together(browser: Browser, [maya, jonas]: readonly [Page, Page], path: string) {
  const shots: string[] = [];
  for (const page of [maya, jonas]) {
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    await page.setViewportSize({ width: 760, height: 1040 });
    await page.goto(path, { waitUntil: "networkidle" });
  }
  await maya.getByRole("textbox", { name: "Clause 1" }).click();
  await maya.keyboard.press("ControlOrMeta+End");
  await jonas.getByRole("textbox", { name: "Clause 2" }).click();
  await jonas.keyboard.press("ControlOrMeta+End");
  for (const page of [maya, jonas]) {
    await page.locator("[class*=caret]").first().waitFor();
    shots.push((await page.screenshot()).toString("base64"));
  }
  const sheet = await (
    await browser.newContext({ viewport: { width: 1600, height: 1104 } })
  ).newPage();
  const pictures = shots.map((shot) => `<img src="data:image/png;base64,${shot}">`).join("");
  await sheet.setContent(
    `<style>body{margin:0;padding:32px;display:flex;gap:16px;background:#e9e4dc}
     img{border-radius:12px;box-shadow:0 8px 32px #0003}</style>${pictures}`,
  );
  await sheet.screenshot({ path: `${folder}/two-windows.png` });
}

async function everyPage(browser: Browser, links: readonly [string, string, string]) {
  const [maya, jonas, ines] = await Promise.all(links.map((link) => enter(browser, link)));
  if (!maya || !jonas || !ines) return;
  await maya.getByRole("navigation").getByRole("link", { name: "Needs" }).click();
  const space = new URL(maya.url()).pathname.replace(/\/needs$/, "");
  const agreement = await firstAgreement(maya, space);
  await together(browser, [maya, jonas], agreement);
  const stranger = await enter(browser, new URL("/", links[0]).href);
  for (const name of ["", "operator", "help", "sign-up", "sign-in", "nowhere"])
    await shoot(stranger, name || "welcome", `/${name}`);
  await shoot(maya, "home", "/");
  await shoot(maya, "account", "/account");
  await shoot(maya, "import", "/import");
  await shoot(maya, "today", space);
  const places = [
    "needs",
    "goals",
    "agreements",
    "promises",
    "asks",
    "check-ins",
    "people",
    "export",
  ];
  for (const name of [...places, "calendar", "me", "more"])
    await shoot(maya, name, `${space}/${name}`);
  await shoot(maya, "agreement", agreement);
  await shoot(ines, "desk", "/desk");
  await shoot(ines, "observer-needs", `${space}/needs`);
}

mkdirSync(folder, { recursive: true });
const executablePath = await ensureBrowser();
await ensureClient();
const demonstration = await startDemonstration(26_000);
const browser = await chromium.launch({
  executablePath,
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
try {
  await everyPage(browser, demonstration.links);
  console.log(`The pictures are in ${folder}.`);
} finally {
  await browser.close();
  await demonstration.stop();
}
