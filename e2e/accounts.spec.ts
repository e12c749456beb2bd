import { shownLink } from "./support/accounts.ts";
import { password, signUp } from "./support/person.ts";
import { needsPage } from "./support/pages.ts";
import { expect, test } from "./support/test.ts";
import { writeNeeds } from "./support/written.ts";

test("S27 nobody gets an account without saying both things by themselves", async ({ open }) => {
  const { page } = await open(null);
  await page.goto("/sign-up");
  await expect(page.getByRole("heading", { name: "What they can read" })).toBeVisible();
  await page.getByRole("button", { name: "I’ve read this: go on" }).click();
  await page.getByLabel("Your name").fill("Kim");
  await page.getByLabel("E-mail address").fill(`kim-${crypto.randomUUID()}@example.org`);
  await page.getByLabel("Password").fill(password);
  await page.getByLabel("I am an adult.").check();
  await page.getByRole("button", { name: "Make my account" }).click();
  await expect(page.getByText("We may keep nothing for you without this.")).toBeVisible();
  await expect(page).toHaveURL(/\/sign-up/);
});

test("somebody who signs out leaves nothing behind, and comes back to the page they wanted", async ({
  home,
  server,
}) => {
  await writeNeeds(server.origin, home, ["Time"]);
  const { page, context } = home.adas;
  const needs = needsPage(page, home.space);
  await needs.open();
  await expect(needs.status).toHaveText("Saved");
  await page.getByRole("button", { name: "Sign out" }).first().click();
  await expect(page.getByRole("link", { name: "I have an account" })).toBeVisible();
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);

  await needs.open();
  await page.getByLabel("E-mail address").fill(home.ada.email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(needs.text(1)).toHaveValue("Time");
  expect(await context.cookies()).not.toEqual([]);
});

test("a partner may also join by typing the code", async ({ open, server }) => {
  const ada = await open(await signUp(server.origin, "Ada"));
  await ada.page.goto("/");
  await ada.page.getByRole("button", { name: "Start a space" }).click();
  await ada.page.getByRole("navigation").getByRole("link", { name: "People" }).click();
  await ada.page.getByRole("button", { name: "Make an invitation" }).click();
  const code = await shownLink(ada.page, "Or as a code, to type in");

  const sam = await open(await signUp(server.origin, "Sam"));
  await sam.page.goto("/");
  await sam.page.getByLabel("Code").fill(code);
  await sam.page.getByRole("button", { name: "Go on with this code" }).click();
  await sam.page.getByRole("button", { name: "Join" }).click();
  await expect(sam.page).toHaveURL(/\/space\/[^/]+$/);
});

test("S8 who works quietly is seen by nobody", async ({ home }) => {
  const { page: ada } = home.adas;
  const { page: sam } = home.sams;
  for (const page of [ada, sam]) await page.goto(`/space/${home.space}/needs`);
  // The second is what is announced.
  const company = (words: string) => expect(sam.getByText(words).first()).toBeVisible();
  await company("You and Ada");
  await ada.getByRole("button", { name: "Work quietly" }).click();
  await company("Only you");
  await ada.getByRole("button", { name: "Work quietly" }).click();
  await company("You and Ada");
});
