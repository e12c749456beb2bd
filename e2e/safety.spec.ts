import type { Page } from "@playwright/test";

import { nothingFound } from "./support/axe.ts";
import { needsPage } from "./support/pages.ts";
import { observer } from "./support/person.ts";
import { expect, test } from "./support/test.ts";
import { writeNeeds } from "./support/written.ts";

const passphrase = "a quiet corner by the window";
const plainPage = "Clouds and what they tell";

async function pressShift(page: Page, times = 3): Promise<void> {
  for (let press = 0; press < times; press += 1) await page.keyboard.press("Shift");
}

/** That the plain page stands there, and no word of what was there before, nor our name. */
async function expectGone(page: Page, words: readonly string[]): Promise<void> {
  await expect(page.getByRole("heading", { name: plainPage })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe("/clouds.html");
  const all = `${await page.content()} ${await page.title()}`;
  for (const word of [...words, "Concord", "Quick exit"]) expect(all).not.toContain(word);
}

/** That the way back shows none of it, and asks for the password. */
async function expectNoWayBack(page: Page, words: readonly string[]): Promise<void> {
  await page.goBack();
  await expect(page.getByRole("heading", { name: "Welcome back" })).toBeVisible();
  const all = await page.content();
  for (const word of words) expect(all).not.toContain(word);
}

test("S15 quick exit clears the page of needs, signs out, and the way back shows none of it", async ({
  home,
  server,
}) => {
  await writeNeeds(server.origin, home, ["Time to myself", "To be asked first"]);
  const words = ["Time to myself", "To be asked first", "Ada"];
  const ada = needsPage(home.adas.page, home.space);
  await home.adas.page.goto(`/space/${home.space}/people`);
  await ada.open();
  await expect(ada.text(1)).toHaveValue("Time to myself");
  await ada.page.getByRole("button", { name: "Quick exit" }).click();
  await expectGone(ada.page, words);
  await expectNoWayBack(ada.page, words);
  const answer = await home.ada.request("GET", "/api/me");
  expect(answer.status).toBe(401);
});

test("S15 the view is gone before anything else happens, though the server never answers", async ({
  home,
  server,
}) => {
  await writeNeeds(server.origin, home, ["Time to myself"]);
  const { page } = home.adas;
  await needsPage(page, home.space).open();
  await expect(
    page.getByText("Time to myself").or(page.getByRole("textbox").first()),
  ).toBeVisible();
  await page.route("**/clouds.html", () => {});
  const left = await page.evaluate(() => {
    const button = [...document.querySelectorAll("button")].find((it) =>
      it.textContent?.includes("Quick exit"),
    );
    button?.click();
    return document.documentElement.outerHTML;
  });
  expect(left.replace(/ (lang|style|class)="[^"]*"/g, "")).toBe("<html><body></body></html>");
});

test("S15 the way back shows nothing before the server has signed them out, if it could not be reached then", async ({
  home,
  server,
}) => {
  await writeNeeds(server.origin, home, ["Time to myself"]);
  const { page } = home.adas;
  const ada = needsPage(page, home.space);
  await page.goto(`/space/${home.space}/people`);
  await ada.open();
  await expect(ada.text(1)).toHaveValue("Time to myself");
  await page.context().route("**/api/auth/sign-out", (route) => route.abort());
  await page.getByRole("button", { name: "Quick exit" }).click();
  await expectGone(page, ["Time to myself"]);
  await page.goBack();
  await expect(page.getByText("We can’t reach the server.", { exact: false })).toBeVisible();
  expect(await page.content()).not.toContain("Ada");
  await page.context().unroute("**/api/auth/sign-out");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { name: "Welcome back" })).toBeVisible();
  expect((await home.ada.request("GET", "/api/me")).status).toBe(401);
});

test("S15 Shift three times leaves from a field and from the open vault; capital letters do not", async ({
  home,
}) => {
  const { page } = home.adas;
  await page.goto(`/space/${home.space}/me`);
  await page.getByLabel("A passphrase").fill(passphrase);
  await page.getByLabel("The same once more").fill(passphrase);
  await page.keyboard.press("Enter");
  await page.getByLabel("I’ve written it down").check();
  await page.getByRole("button", { name: "Open Me" }).click();
  await page.getByRole("link", { name: "Notebook" }).first().click();
  await page
    .getByRole("button", { name: /^(Begin|Write|New|Add)/ })
    .first()
    .click();
  const editor = page.getByRole("textbox").last();
  await editor.click();
  for (const letter of ["T", "E", "A"]) await page.keyboard.press(`Shift+${letter}`);
  await page.keyboard.type(" and nobody about");
  await expect(page.getByText("TEA and nobody about").first()).toBeVisible();
  await pressShift(page);
  await expectGone(page, ["TEA", "nobody about", passphrase]);
  await expectNoWayBack(page, ["TEA", "nobody about"]);
});

test("S15 it is there before signing in too, second by keyboard, and over an open dialogue", async ({
  open,
  home,
}) => {
  const { page } = await open(null);
  for (const path of ["/", "/operator", "/help", "/sign-up", "/sign-in", "/nowhere"]) {
    await page.goto(path);
    const exit = page.getByRole("button", { name: "Quick exit" });
    await expect(exit).toBeVisible();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await expect(exit).toBeFocused();
  }
  await page.keyboard.press("Enter");
  await expectGone(page, ["There’s nothing here"]);

  const { page: ada } = home.adas;
  await ada.goto(`/space/${home.space}/people`);
  await ada.getByRole("button", { name: "Leave this space…" }).click();
  await ada.getByRole("dialog").getByRole("button", { name: "Quick exit" }).click();
  await expectGone(ada, ["Leave this space"]);
});

test("S15 at 390 px it covers neither the places at the foot nor what stands in the head", async ({
  home,
}) => {
  const { page } = home.adas;
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of ["", "/needs", "/people", "/more"]) {
    await page.goto(`/space/${home.space}${path}`);
    await expect(page.getByRole("navigation")).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const exit = await page.getByRole("button", { name: "Quick exit" }).boundingBox();
    const foot = await page.getByRole("navigation").boundingBox();
    const out = await page.getByRole("button", { name: "Sign out" }).boundingBox();
    if (!exit || !foot || !out) throw new Error("Something is missing.");
    expect(exit.y + exit.height).toBeLessThan(foot.y);
    expect(out.x + out.width).toBeLessThanOrEqual(exit.x);
    expect(exit.x + exit.width).toBeLessThanOrEqual(390);
    expect(Math.min(exit.width, exit.height)).toBeGreaterThanOrEqual(44);
  }
});

test("S15 what the browser keeps is said at the start, once, and on the page of help", async ({
  home,
}) => {
  const { page } = home.adas;
  await page.goto(`/space/${home.space}`);
  const said = page.getByText("Your browser’s history still lists the pages", { exact: false });
  await expect(said).toBeVisible();
  await page.getByRole("button", { name: "I know now" }).click();
  await expect(said).toBeHidden();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(said).toBeHidden();
  await page.getByRole("main").getByRole("link", { name: "Help", exact: true }).click();
  await expect(page.getByRole("heading", { name: "What your browser keeps" })).toBeVisible();
});

test("S16 S17 one leaves, alone and after a word on a copy; the other is not told, and finds it closed later", async ({
  home,
  server,
}) => {
  await writeNeeds(server.origin, home, ["Time to myself"]);
  const { page: ada } = home.adas;
  const sam = needsPage(home.sams.page, home.space);
  await sam.open();
  await expect(sam.text(1)).toHaveValue("Time to myself");
  const asked: string[] = [];
  home.sams.page.on("request", (request) => asked.push(new URL(request.url()).pathname));

  await ada.goto(`/space/${home.space}/people`);
  await expect(ada.getByRole("link", { name: "Take a copy with you first" })).toHaveAttribute(
    "href",
    `/space/${home.space}/export`,
  );
  await ada.getByRole("button", { name: "Leave this space…" }).click();
  const dialog = ada.getByRole("dialog");
  await expect(dialog.getByRole("link", { name: "Take a copy with you first" })).toBeVisible();
  await dialog.getByRole("button", { name: "Leave now" }).click();
  await expect(ada.getByRole("button", { name: "Start a space" })).toBeVisible();
  await ada.goto(`/space/${home.space}/needs`);
  await expect(ada.getByText("This place doesn’t exist, or it isn’t open to you.")).toBeVisible();

  await sam.text(1).press("End");
  await sam.text(1).pressSequentially(", often");
  await expect(sam.status).toHaveText("Saved");
  expect(asked).toEqual([]);
  await expect(sam.page.getByText("This space is closed.", { exact: false })).toBeHidden();

  await sam.page.reload();
  await expect(sam.page.getByText("This space is closed.", { exact: false })).toBeVisible();
  await expect(sam.page.getByText("Time to myself, often")).toBeVisible();
  await expect(sam.page.getByRole("main").getByRole("textbox")).toHaveCount(0);
  await sam.page.goto(`/space/${home.space}/people`);
  await expect(sam.page.getByRole("main").getByText("Ada")).toBeVisible();
});

test("S16 going to another page of the space is enough to find it closed", async ({ home }) => {
  const { page } = home.sams;
  await page.goto(`/space/${home.space}/people`);
  await expect(page.getByRole("heading", { name: "The two of you" })).toBeVisible();
  await home.ada.request("POST", `/api/spaces/${home.space}/leave`);
  await page.getByRole("navigation").getByRole("link", { name: "Needs" }).click();
  await expect(page.getByText("This space is closed.", { exact: false })).toBeVisible();
  await expect(page.getByRole("button", { name: "Add a need" })).toHaveCount(0);
});

test("S16 a counsellor is out within a second", async ({ home, server, open }) => {
  await writeNeeds(server.origin, home, ["Time to myself"]);
  const { person } = await observer(server.origin, home, ["needs"]);
  const { page: robin } = await open(person);
  await robin.goto(`/space/${home.space}/needs`);
  await expect(robin.getByText("Time to myself")).toBeVisible();
  await home.ada.request("POST", `/api/spaces/${home.space}/leave`);
  await expect(robin.getByText("Time to myself")).toBeHidden({ timeout: 1000 });
});

test("S21 what whoever runs the server can read is said before the form to sign up", async ({
  open,
}) => {
  const { page } = await open(null);
  await page.goto("/sign-up");
  await expect(page.getByText("An answer to a check-in is kept from your partner")).toBeVisible();
  await expect(page.getByText("It is sealed on your device", { exact: false })).toBeVisible();
  await expect(page.getByLabel("E-mail address")).toHaveCount(0);
});

test("S26 help is a link everywhere without a badge, the same before and after signing in, and says no name to the server", async ({
  open,
  home,
}) => {
  const { page } = await open(null);
  await page.goto("/");
  await page.getByRole("link", { name: "Help", exact: true }).click();
  await expect(page.getByRole("heading", { name: "If you’re afraid of somebody" })).toBeVisible();
  const words = await page.getByRole("article").innerText();

  const { page: ada } = home.adas;
  await ada.goto(`/space/${home.space}/more`);
  const cookies = ada
    .waitForRequest("**/api/help")
    .then(async (request) => (await request.allHeaders())["cookie"]);
  await ada.getByRole("link", { name: /^Help/ }).first().click();
  await expect(ada.getByRole("heading", { name: "Who can help" })).toBeVisible();
  expect(await ada.getByRole("article").innerText()).toBe(words);
  expect(await cookies).toBeUndefined();
  expect(await ada.evaluate(() => Object.keys(localStorage).join())).not.toMatch(/help/);
});

test("axe finds nothing on the pages of safety", async ({ home, open }) => {
  test.setTimeout(240_000);
  const { page } = await open(null);
  await nothingFound(page, ["/help", "/operator", "/clouds.html"]);
  await nothingFound(home.adas.page, [`/space/${home.space}`, `/space/${home.space}/people`]);
  await home.sam.request("POST", `/api/spaces/${home.space}/leave`);
  await nothingFound(home.adas.page, [`/space/${home.space}/needs`]);
});
