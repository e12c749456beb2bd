import type { Page } from "@playwright/test";

import { password } from "./person.ts";

/** Reads who runs the server, then makes an account, as somebody who has just arrived. */
export async function signUpOn(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "I’ve read this: go on" }).click();
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("E-mail address").fill(`${name}-${crypto.randomUUID()}@example.org`);
  await page.getByLabel("Password").fill(password);
  await page.getByLabel(/^I agree that what I write here is kept/).check();
  await page.getByLabel("I am an adult.").check();
  await page.getByRole("button", { name: "Make my account" }).click();
}

/** The link that a form shows once it has made it. */
export const shownLink = (page: Page, label: string): Promise<string> =>
  page.getByRole("textbox", { name: label }).inputValue();
