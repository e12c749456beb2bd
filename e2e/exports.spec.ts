import { createHash } from "node:crypto";
import { readFileSync, truncateSync, writeFileSync } from "node:fs";

import { ExportedSpace, Manifest } from "@concord/domain/exports/schema";
import { type Page } from "@playwright/test";
import { unzipSync } from "fflate";
import * as v from "valibot";

import { nothingFound } from "./support/axe.ts";
import { agreementPage, needsPage } from "./support/pages.ts";
import { signUp } from "./support/person.ts";
import { expect, test } from "./support/test.ts";
import { writeAgreement, writeNeeds } from "./support/written.ts";

const exportPage = (page: Page, space: string) => ({
  page,
  open: () => page.goto(`/space/${space}/export`),
  save: page.getByRole("button", { name: "Save the copy" }),
  file: page.getByLabel("The file"),
  bring: page.getByRole("button", { name: "Bring it in" }),
});

/** Saves the copy through the browser, and gives what was downloaded. */
async function saved(page: Page, act: () => Promise<void>) {
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  const path = await download.path();
  return { name: download.suggestedFilename(), path, bytes: readFileSync(path) };
}

test("all of it is taken along through the browser, and read in a space elsewhere", async ({
  home,
  open,
  server,
}) => {
  await writeNeeds(server.origin, home, ["Rest", "To be asked first"]);
  const agreement = await writeAgreement(server.origin, home, "Evenings", ["We eat together."]);
  const ada = exportPage(home.adas.page, home.space);
  await ada.open();
  const { name, path, bytes } = await saved(ada.page, () => ada.save.click());
  expect(name).toMatch(/^concord-\d{4}-\d\d-\d\d\.zip$/);
  await expect(ada.page.getByText(`${name} is with your downloads now.`)).toBeVisible();

  const files = unzipSync(bytes);
  const text = (file: string) => Buffer.from(files[file] ?? []).toString();
  const manifest = v.parse(Manifest, JSON.parse(text("manifest.json")));
  for (const { name: file, sha256 } of manifest.files)
    expect(createHash("sha256").update(text(file)).digest("hex")).toBe(sha256);
  const data = v.parse(ExportedSpace, JSON.parse(text("concord.json")));
  expect(data.partners.map((partner) => partner.name)).toEqual(["Ada", "Sam"]);
  expect(text("concord.html")).toContain("To be asked first");

  // The page that is in it, opened by itself: it asks nobody for anything.
  const reader = await open(null);
  await reader.page.setContent(text("concord.html"));
  await expect(reader.page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
  await expect(reader.page.getByText("We eat together.")).toBeVisible();
  await expect(reader.page.getByText("An understanding, not a contract.")).toBeVisible();

  const kim = await open(await signUp(server.origin, "Kim"));
  await kim.page.goto("/");
  await kim.page.getByRole("link", { name: "Bring an export in" }).click();
  await expect(kim.page.getByRole("heading", { name: "Bring an export in" })).toBeVisible();
  await kim.page.getByLabel("The file").setInputFiles(path);
  await kim.page.getByRole("button", { name: "Bring it in" }).click();
  await expect(kim.page.getByRole("heading", { name: "It’s here" })).toBeFocused();
  await kim.page.getByRole("link", { name: "Go to the new space" }).click();
  await expect(kim.page).toHaveURL(/\/space\/[^/]+$/);
  const space = new URL(kim.page.url()).pathname.split("/")[2] ?? "";
  expect(space).not.toBe(home.space);
  const needs = needsPage(kim.page, space);
  await needs.open();
  await expect.poll(needs.words).toEqual(["Rest", "To be asked first"]);
  const clauses = agreementPage(kim.page, space, agreement);
  await clauses.open();
  await expect(clauses.title).toHaveValue("Evenings");
  await expect(clauses.clause(1)).toHaveText("We eat together.");
});

test("S17 the other has the page open and learns nothing", async ({ home, server }) => {
  await writeNeeds(server.origin, home, ["Rest"]);
  const sam = home.sams.page;
  await sam.goto(`/space/${home.space}/needs`, { waitUntil: "networkidle" });
  const asked: string[] = [];
  sam.on("request", (request) => asked.push(request.url()));
  const before = await sam.getByRole("main").innerText();
  const ada = exportPage(home.adas.page, home.space);
  await ada.open();
  await saved(ada.page, () => ada.save.click());
  // What Ada does next reaches Sam's page: whatever the export had sent would be there by then.
  await writeNeeds(server.origin, home, ["Music"]);
  await expect(needsPage(sam, home.space).texts).toHaveCount(2);
  expect(asked).toEqual([]);
  expect(before).toContain("Only you");
});

test("what is wrong with a file is said in words, and nothing is brought in", async ({
  home,
}, testInfo) => {
  const ada = exportPage(home.adas.page, home.space);
  await ada.open();
  await ada.bring.click();
  await expect(ada.page.getByText("Choose the file first.")).toBeVisible();
  await expect(ada.file).toBeFocused();
  const choose = (buffer: Buffer) =>
    ada.file.setInputFiles({ name: "concord.zip", mimeType: "application/zip", buffer });
  await choose(Buffer.from("no export"));
  await ada.bring.click();
  await expect(
    ada.page.getByText(/isn’t an export of Concord, or something in it was damaged/),
  ).toBeVisible();
  const large = testInfo.outputPath("large.zip");
  writeFileSync(large, "");
  truncateSync(large, 25_000_001);
  await ada.file.setInputFiles(large);
  await ada.bring.click();
  await expect(ada.page.getByText(/larger than an export can be/)).toBeVisible();
  await choose(Buffer.from(JSON.stringify({ format: "concord export", version: 2 })));
  await ada.bring.click();
  await expect(ada.page.getByText(/made by a newer Concord/)).toBeVisible();
  const me = v.object({ spaces: v.array(v.unknown()) });
  expect((await home.ada.ask(me, "GET", "/api/me")).spaces).toHaveLength(1);
});

test("by keyboard alone: a copy is saved, brought in, and gone to", async ({ home, server }) => {
  await writeNeeds(server.origin, home, ["Rest"]);
  const ada = exportPage(home.adas.page, home.space);
  await ada.open();
  await expect(ada.save).toBeVisible();
  const { keyboard } = ada.page;
  const focus = ada.page.locator(":focus");
  const tabTo = async (name: RegExp) => {
    for (let step = 0; step < 60; step += 1) {
      await keyboard.press("Tab");
      if ((await focus.count()) === 0) continue;
      const named =
        (await focus.getAttribute("type")) === "file" ? "file" : await focus.innerText();
      if (name.test(named)) return;
    }
    throw new Error(`Tab never reaches ${name}.`);
  };
  await tabTo(/^Save the copy/);
  const { path } = await saved(ada.page, () => keyboard.press("Enter"));
  // From now on, so that the browser asks us by the time that it is asked.
  ada.page.on("filechooser", (chooser) => void chooser.setFiles(path));
  await tabTo(/^file$/);
  await keyboard.press("Enter");
  await expect(ada.file).toHaveValue(/./);
  await tabTo(/^Bring it in/);
  await keyboard.press("Enter");
  await expect(ada.page.getByRole("heading", { name: "It’s here" })).toBeFocused();
  await tabTo(/^Go to the new space/);
  await keyboard.press("Enter");
  await expect(ada.page).not.toHaveURL(new RegExp(home.space));
  await expect(ada.page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("a counsellor finds no such page", async ({ home, admit }) => {
  const { page } = await admit(["needs"]);
  await page.goto(`/space/${home.space}/export`);
  await expect(page.getByRole("heading", { name: "There’s nothing here" })).toBeVisible();
});

test("axe finds nothing, on the pages and on the page in the file", async ({
  home,
  open,
  server,
}) => {
  test.setTimeout(240_000);
  await writeNeeds(server.origin, home, ["Rest"]);
  await writeAgreement(server.origin, home, "Evenings", ["We eat together."]);
  await nothingFound(home.adas.page, [`/space/${home.space}/export`, "/import"]);
  const files = unzipSync(
    new Uint8Array(
      await (await home.ada.request("GET", `/api/spaces/${home.space}/export`)).arrayBuffer(),
    ),
  );
  const reader = await open(null);
  // Served from an address of its own, as axe has to be able to look at it again.
  await reader.page.route("**/the-file", (route) =>
    route.fulfill({ contentType: "text/html", body: Buffer.from(files["concord.html"] ?? []) }),
  );
  await nothingFound(reader.page, ["/the-file"]);
});
