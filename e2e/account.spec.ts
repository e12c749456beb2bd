import { createHmac } from "node:crypto";

import type { BrowserContext, Page } from "@playwright/test";

import { nothingFound } from "./support/axe.ts";
import { needsPage } from "./support/pages.ts";
import { password, signUp } from "./support/person.ts";
import { expect, test } from "./support/test.ts";
import { writeNeeds } from "./support/written.ts";

/** A phone that keeps passkeys and knows its owner's finger. */
async function giveAuthenticator(context: BrowserContext, page: Page): Promise<void> {
  const devtools = await context.newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** What an authenticator app would show (RFC 6238). */
function codeOf(secret: string, ahead = 0): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = secret.split("").map((sign) => alphabet.indexOf(sign).toString(2).padStart(5, "0"));
  const key = Buffer.from((bits.join("").match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + ahead));
  const mac = createHmac("sha1", key).update(step).digest();
  const number = mac.readUInt32BE((mac.at(-1) ?? 0) & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}

const dialog = (page: Page) => page.getByRole("dialog");

/** Fills in the password that a dialogue asks for, and goes on. */
async function confirm(page: Page, action: string): Promise<void> {
  await dialog(page).getByLabel("Your password").fill(password);
  await dialog(page).getByRole("button", { name: action, exact: true }).click();
  await expect(dialog(page)).toBeHidden();
}

async function openAccount(page: Page): Promise<void> {
  await page.goto("/account");
  await expect(page.getByRole("heading", { level: 1, name: "Your account" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Passkeys", exact: true })).toBeVisible();
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(page.getByRole("link", { name: "I have an account" })).toBeVisible();
}

async function fillSignIn(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

test("S23 a passkey is added and signs in, and can be the only way in", async ({
  open,
  server,
}) => {
  const ada = await signUp(server.origin, "Ada");
  const { page, context } = await open(ada);
  await giveAuthenticator(context, page);
  await openAccount(page);
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await dialog(page).getByLabel("What will you call it?").fill("My phone");
  await confirm(page, "Add a passkey");
  const passkeys = page.getByRole("list", { name: "Your passkeys" });
  await expect(passkeys.getByText("My phone", { exact: true })).toBeVisible();

  await page.getByRole("button", { name: "Rename “My phone”" }).click();
  await dialog(page).getByLabel("What will you call it?").fill("Red phone");
  await dialog(page).getByRole("button", { name: "Keep this name" }).click();
  await expect(passkeys.getByText("Red phone", { exact: true })).toBeVisible();

  await page.getByRole("button", { name: "Make new recovery codes" }).click();
  await confirm(page, "Make new recovery codes");
  await expect(page.getByRole("textbox", { name: "Recovery codes" })).toHaveValue(/^\w{5}-/);
  await page.getByRole("button", { name: "I’ve kept them" }).click();
  await expect(page.getByText("10 are left.")).toBeVisible();

  await page.getByRole("button", { name: "Do without a password" }).click();
  await dialog(page).getByRole("button", { name: "Use a passkey instead" }).click();
  await expect(page.getByText("You sign in with passkeys alone.")).toBeVisible();

  await signOut(page);
  await fillSignIn(page, ada.email);
  await expect(page.getByText(/don’t go together/)).toBeVisible();
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await expect(page.getByRole("heading", { name: "Hello, Ada" })).toBeVisible();
  await openAccount(page);
  await expect(page.getByText("Somebody signed in with your passkey")).toBeVisible();
});

test("S23 a code from an app is asked for, works once, and a recovery code stands in for it", async ({
  open,
  server,
}) => {
  const ada = await signUp(server.origin, "Ada");
  const { page } = await open(ada);
  await openAccount(page);
  await page.getByRole("button", { name: "Use an app for codes" }).click();
  await confirm(page, "Use an app for codes");
  await expect(page.getByRole("img", { name: /Picture to point/ })).toBeVisible();
  const secret = await page.getByRole("textbox", { name: "To type in" }).inputValue();
  const used = codeOf(secret);
  await page.getByLabel("The six digits that the app shows").fill(used);
  await page.getByRole("button", { name: "Turn them on" }).click();
  const shown = page.getByRole("textbox", { name: "Recovery codes" });
  const [recovery = ""] = (await shown.inputValue()).split("\n");
  await page.getByRole("button", { name: "I’ve kept them" }).click();
  await expect(page.getByText("They’re on.")).toBeVisible();

  await signOut(page);
  await fillSignIn(page, ada.email);
  await expect(page.getByRole("heading", { name: "One more thing" })).toBeFocused();
  const code = page.getByLabel("Code from your app");
  await code.fill(used);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText(/it has been used already/)).toBeVisible();
  await code.fill(codeOf(secret, 1));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Hello, Ada" })).toBeVisible();

  await signOut(page);
  await fillSignIn(page, ada.email);
  await code.fill(recovery);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Hello, Ada" })).toBeVisible();
  await openAccount(page);
  await expect(page.getByText("9 are left.")).toBeVisible();
  await expect(page.getByText("Somebody had your password, but not the code")).toBeVisible();
});

test("S23 signing out elsewhere reaches the other device at once, and the partner not at all", async ({
  home,
  open,
}) => {
  const lost = await open(null);
  await fillSignIn(lost.page, home.ada.email);
  await expect(lost.page).toHaveURL(/\/space\//);
  await needsPage(lost.page, home.space).open();
  await needsPage(home.sams.page, home.space).open();
  const { page } = home.adas;
  await openAccount(page);
  const places = page.getByRole("list", { name: "Places where you’re signed in" });
  await expect(places.getByText("this week").first()).toBeVisible();
  await expect(places.getByRole("listitem")).toHaveCount(2);
  await places.getByRole("button", { name: /Sign out there/ }).press("Enter");
  await expect(page.getByText("You’re signed out there.")).toBeVisible();
  await expect(lost.page).toHaveURL(/\/sign-in/);
  await expect(places.getByRole("listitem")).toHaveCount(1);
  await expect(needsPage(home.sams.page, home.space).status).toHaveText("Saved");
});

test("another name, address and password are taken once the present password is given", async ({
  open,
  server,
}) => {
  const ada = await signUp(server.origin, "Ada");
  const { page } = await open(ada);
  await openAccount(page);
  await page.getByLabel("Your name").fill("Ada L.");
  await page.getByLabel("Your name").press("Enter");
  await expect(page.getByRole("link", { name: "Ada L.: your account" })).toBeVisible();
  const email = `new-${crypto.randomUUID()}@example.org`;
  await page.getByRole("button", { name: "Change the address" }).click();
  await dialog(page).getByLabel("New e-mail address").fill(email);
  await dialog(page).getByLabel("Your password").fill("a guess at it");
  await page.keyboard.press("Enter");
  await expect(dialog(page).getByText(/nothing was changed/)).toBeVisible();
  await confirm(page, "Change the address");
  await expect(page.getByText(email)).toBeVisible();
  await page.getByRole("button", { name: "Change the password" }).click();
  await dialog(page).getByLabel("New password").fill("another long password");
  await confirm(page, "Change the password");
  await signOut(page);
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill("another long password");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Hello, Ada L." })).toBeVisible();
});

test("S18 an account is deleted by a word and the password, by keyboard alone, and the other stays", async ({
  home,
  server,
}) => {
  await writeNeeds(server.origin, home, ["Time to ourselves"]);
  const { page, context } = home.adas;
  await needsPage(page, home.space).open();
  await expect(needsPage(page, home.space).status).toHaveText("Saved");
  await openAccount(page);
  await page.getByRole("button", { name: "Delete my account" }).press("Enter");
  await expect(dialog(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByLabel("Your password")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Delete my account" })).toBeFocused();
  await page.keyboard.press("Enter");
  await dialog(page).getByLabel("Your password").fill(password);
  await page.keyboard.press("Enter");
  await expect(dialog(page).getByText(/so that this can’t happen by mistake/)).toBeVisible();
  await dialog(page).getByLabel("Type “delete” to go on").fill("delete");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: "I have an account" })).toBeVisible();
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  expect(await context.cookies()).toEqual([]);
  await fillSignIn(page, home.ada.email);
  await expect(page.getByText(/don’t go together/)).toBeVisible();

  const { page: sams } = home.sams;
  const needs = needsPage(sams, home.space);
  await needs.open();
  await expect(needs.text(1)).toHaveValue("Time to ourselves");
  await sams.goto(`/space/${home.space}/people`);
  await expect(sams.getByRole("button", { name: "Make an invitation" })).toBeVisible();
  await expect(sams.getByRole("main").getByText("Ada")).toHaveCount(0);
});

test.describe("what axe finds", () => {
  test.describe.configure({ timeout: 240_000 });
  test("is nothing on the account's page, and nothing in its dialogues", async ({
    open,
    server,
  }) => {
    const ada = await signUp(server.origin, "Ada");
    await ada.request("POST", "/api/account/recovery-codes", { confirm: { password } });
    const { page } = await open(ada);
    await nothingFound(page, ["/account", "/sign-in"]);
  });
});
