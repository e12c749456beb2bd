import { gzipSync } from "node:zlib";

import type { BrowserContext, Page } from "@playwright/test";

import { nothingFound } from "./support/axe.ts";
import { expect, test } from "./support/test.ts";

const passphrase = "a quiet corner by the window";
const secret = "kumquat marmalade";

async function begin(page: Page, space: string): Promise<void> {
  await page.goto(`/space/${space}/me`);
  await page.getByLabel("A passphrase").fill(passphrase);
  await page.getByLabel("The same once more").fill(passphrase);
  await page.keyboard.press("Enter");
  await page.getByLabel("I’ve written it down").check();
  await page.getByRole("button", { name: "Open Me" }).click();
  await expect(page.getByRole("heading", { name: "Notebook" })).toBeVisible();
}

/** Opens one of Me's pages from within, so that it stays unlocked. */
async function open(page: Page, space: string, part: string): Promise<void> {
  await page.getByRole("link", { name: new RegExp(`^${part}`) }).click();
  await expect(page).toHaveURL(new RegExp(`/space/${space}/me/`));
}

const sealed = (page: Page) => page.getByRole("status").filter({ hasText: "Sealed and saved" });

/** Everything that a context sends, as text in every form that we can name. */
function record(context: BrowserContext): () => string {
  const sent: Buffer[] = [];
  const take = (body: Buffer | string | null) => {
    if (body) sent.push(Buffer.from(body));
  };
  context.on("request", (request) => {
    take(request.url());
    take(request.postDataBuffer());
  });
  context.on("page", (page) =>
    page.on("websocket", (socket) => socket.on("framesent", ({ payload }) => take(payload))),
  );
  for (const page of context.pages())
    page.on("websocket", (socket) => socket.on("framesent", ({ payload }) => take(payload)));
  return () => Buffer.concat(sent).toString("latin1");
}

/** A text as it would look plain, in base64 at each offset, percent-encoded, in hex and in UTF-16. */
function disguises(words: string): readonly string[] {
  const bytes = Buffer.from(words);
  const base64 = [0, 1, 2].map((offset) =>
    Buffer.concat([Buffer.alloc(offset), bytes])
      .toString("base64")
      .slice(offset === 0 ? 0 : 4, -4),
  );
  return [
    words,
    ...base64,
    encodeURIComponent(words),
    bytes.toString("hex"),
    Buffer.from(words, "utf16le").toString("latin1"),
    gzipSync(bytes).subarray(10, -8).toString("latin1"),
  ];
}

test("S10 S20 nothing typed into Me leaves the device in any form, until a draft is shared", async ({
  home,
}) => {
  const { page, context } = home.adas;
  const sent = record(context);
  await begin(page, home.space);
  await open(page, home.space, "Notebook");
  await page.getByRole("button", { name: "Begin a note" }).click();
  await page.getByRole("textbox", { name: "Title of this note" }).fill(secret);
  await page.getByRole("textbox", { name: "Note", exact: true }).click();
  await page.keyboard.type(`I dream of ${secret}`);
  await expect(sealed(page)).toBeVisible();
  await page.getByRole("navigation").getByRole("link", { name: "Me", exact: true }).click();
  await open(page, home.space, "Drafts");
  await page.getByRole("button", { name: "Draft a need" }).click();
  await page.keyboard.type(secret);
  const field = page.getByRole("textbox", { name: "In words" });
  await field.fill("A morning to myself");
  await expect(sealed(page)).toBeVisible();
  for (const disguise of disguises(secret)) expect(sent()).not.toContain(disguise);
  for (const disguise of disguises("A morning to myself")) expect(sent()).not.toContain(disguise);

  await page.getByRole("button", { name: /^Share “A morning/ }).click();
  await page.getByRole("button", { name: "Put it into our needs" }).click();
  await expect(page.getByText("It’s shared now.", { exact: false })).toBeVisible();
  const sam = home.sams.page;
  await sam.goto(`/space/${home.space}/needs`);
  await expect(sam.getByRole("textbox", { name: "Need 1, in words" })).toHaveValue(
    "A morning to myself",
  );
  for (const disguise of disguises(secret)) expect(sent()).not.toContain(disguise);
});

test("a note is found by its words, and is there on another device", async ({
  home,
  open: device,
}) => {
  const { page } = home.adas;
  await begin(page, home.space);
  await open(page, home.space, "Notebook");
  await page.getByRole("button", { name: "Begin a note" }).click();
  await page.getByRole("textbox", { name: "Title of this note" }).fill("Sunday");
  await page.getByRole("textbox", { name: "Note", exact: true }).click();
  await page.keyboard.type("a long walk");
  await expect(sealed(page)).toBeVisible();
  const other = await device(home.ada);
  await other.page.goto(`/space/${home.space}/me/notebook`);
  await other.page.getByLabel("Your passphrase").fill(passphrase);
  await other.page.keyboard.press("Enter");
  await other.page.getByLabel("Look for words").fill("WALK");
  await other.page.getByRole("button", { name: "Open Sunday" }).click();
  await expect(other.page.getByRole("textbox", { name: "Note", exact: true })).toHaveText(
    "a long walk",
  );
});

test("S26 an answer that is about fear shows help and no picture, and keeps nothing", async ({
  home,
}) => {
  const { page } = home.adas;
  await begin(page, home.space);
  await open(page, home.space, "Self-check");
  await page.getByLabel("Am I ever afraid of how my partner will react?").selectOption("sometimes");
  await page.getByRole("button", { name: "Show the picture" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Before any picture" })).toBeVisible();
  await expect(page.getByRole("button", { name: /Keep/ })).toHaveCount(0);
  await expect(page.getByRole("img", { name: /circles/ })).toHaveCount(0);
  await page.getByRole("button", { name: "Back" }).click();
  await expect(page.getByLabel("Am I ever afraid of how my partner will react?")).toHaveValue("");
});

test("the self-check draws bands and a placement, never a number, and keeps it only when asked", async ({
  home,
}) => {
  const { page } = home.adas;
  await begin(page, home.space);
  await open(page, home.space, "Self-check");
  for (const select of await page.getByRole("combobox").all()) {
    const options = await select.locator("option").allInnerTexts();
    if (options.includes("often")) await select.selectOption("often");
  }
  await page.getByRole("button", { name: "Show the picture" }).click();
  await expect(page.getByRole("img", { name: /Two overlapping circles/ })).toBeVisible();
  const words = await page.getByRole("main").innerText();
  expect(words).toContain("steady");
  expect(words).not.toMatch(/\d/);
  await page.getByRole("button", { name: "Keep this picture for myself" }).click();
  await page.getByRole("button", { name: "Look at the answers again" }).click();
  await expect(page.getByRole("heading", { name: "Over time" })).toBeVisible();
});

test("mechanic 11: the balance map is private and shared one row at a time", async ({ home }) => {
  const { page } = home.adas;
  await begin(page, home.space);
  await open(page, home.space, "Balance");
  await page.getByRole("button", { name: "Begin with a few" }).click();
  const heard = page.getByRole("group", { name: "Who meets “Being heard”" });
  await heard.getByLabel("a friend").check();
  await heard.getByLabel("my partner").check();
  await page.getByRole("button", { name: "Share “Being heard” with my partner" }).click();
  await expect(page.getByText("It’s in your needs now", { exact: false })).toBeVisible();
  const sam = home.sams.page;
  await sam.goto(`/space/${home.space}/needs`);
  await expect(sam.getByRole("textbox", { name: /^Need \d+, in words$/ })).toHaveCount(1);
});

test("axe finds nothing on the pages of Me", async ({ home }) => {
  test.setTimeout(240_000);
  const { page } = home.adas;
  await begin(page, home.space);
  const at = `/space/${home.space}/me`;
  await nothingFound(page, [`${at}/self-check`]);
});
