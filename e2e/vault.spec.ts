import type { Page } from "@playwright/test";

import { nothingFound } from "./support/axe.ts";
import { expect, test } from "./support/test.ts";

const passphrase = "a quiet corner by the window";

/** Begins Me, by keyboard alone, and returns the recovery code. */
async function begin(page: Page, space: string): Promise<string> {
  await page.goto(`/space/${space}/me`);
  await page.getByLabel("A passphrase").fill(passphrase);
  await page.getByLabel("The same once more").fill(passphrase);
  await page.keyboard.press("Enter");
  const code = await page.getByRole("textbox", { name: "Recovery code" }).inputValue();
  await page.getByLabel("I’ve written it down").focus();
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Open Me" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Notebook" })).toBeVisible();
  return code;
}

test("S20 what is lost with the keys is said before anything can be written", async ({ home }) => {
  const { page } = home.adas;
  await page.goto(`/space/${home.space}/me`);
  await expect(page.getByText(/what’s in here is gone. Nobody can bring it back/)).toBeVisible();
  await page.getByLabel("A passphrase").fill("short");
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByText("twelve characters or more", { exact: false })).toBeVisible();
});

test("S24 Me asks who is there, opens by passphrase or code, and locks; the partner sees none of it", async ({
  home,
}) => {
  const { page } = home.adas;
  const code = await begin(page, home.space);
  await page.getByRole("button", { name: "Lock" }).click();
  await expect(page.getByText("It opens for Ada alone.", { exact: false })).toBeVisible();
  await page.getByLabel("Your passphrase").fill("somebody else’s guess");
  await page.keyboard.press("Enter");
  await expect(page.getByText("That doesn’t open it.", { exact: false })).toBeVisible();
  await page.getByLabel("Your passphrase").fill(passphrase);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Notebook" })).toBeVisible();

  await page.reload();
  await page.getByRole("button", { name: "I’ve forgotten it" }).click();
  await page.getByLabel("Your recovery code").fill(code.toLowerCase());
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Notebook" })).toBeVisible();

  const sam = home.sams.page;
  await sam.goto(`/space/${home.space}/me`);
  await expect(sam.getByRole("heading", { name: "A place only you can open" })).toBeVisible();
});

test("axe finds nothing in Me, before it is begun, locked and open", async ({ home }) => {
  test.setTimeout(240_000);
  const { page } = home.adas;
  const at = `/space/${home.space}/me`;
  await nothingFound(page, [at]);
  await begin(page, home.space);
  await nothingFound(page, [at]);
});
