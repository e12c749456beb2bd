import type { Page } from "@playwright/test";

import { nothingFound } from "./support/axe.ts";
import { expect, test } from "./support/test.ts";

const openBoth = async (pages: readonly Page[], space: string): Promise<void> => {
  for (const page of pages) {
    await page.goto(`/space/${space}/asks`);
    await expect(page.getByRole("status").filter({ hasText: /^Saved$/ })).toBeVisible();
  }
};

const asked = (page: Page) => page.getByRole("list", { name: "What’s asked for now" });

test("an ask is on the partner’s open page at once, is answered by one press, and ended by whoever asked", async ({
  home,
}) => {
  const { page: ada } = home.adas;
  const { page: sam } = home.sams;
  await openBoth([ada, sam], home.space);
  await ada.getByRole("button", { name: /^Listen:/ }).focus();
  await ada.keyboard.press("Enter");
  await expect(asked(sam).getByText("Ada: listen")).toBeVisible();
  await asked(ada).getByRole("textbox").fill("The call with my mother.");
  await expect(asked(sam).getByText("The call with my mother.")).toBeVisible();

  // S2, S8: until Sam answers, Ada's page holds nothing that tells whether it was read.
  await expect(asked(ada)).not.toContainText(/seen|read|Sam/);
  await expect(asked(sam).getByRole("button", { name: "That helped" })).toHaveCount(0);
  await asked(sam).getByRole("button", { name: "In a while" }).focus();
  await sam.keyboard.press("Enter");
  await expect(asked(ada).getByText("Sam: “In a while”")).toBeVisible();
  await expect(asked(ada).getByRole("button", { name: "In a while" })).toHaveCount(0);

  await asked(ada).getByRole("button", { name: "That helped" }).focus();
  await ada.keyboard.press("Enter");
  await expect(sam.getByText("Nobody’s asking for anything at the moment.")).toBeVisible();
});

test("mechanic 15: leaning on somebody is no fault, and neither is wanting space", async ({
  home,
}) => {
  const { page: ada } = home.adas;
  const { page: sam } = home.sams;
  await openBoth([ada, sam], home.space);
  await ada.getByRole("button", { name: /^Space:/ }).click();
  await expect(sam.getByText("Space isn’t rejection.", { exact: false })).toBeVisible();
  for (const page of [ada, sam]) {
    const words = await page.getByRole("main").innerText();
    expect(words).not.toMatch(/needy|clingy|too much|again\?|fault|should have/i);
  }
});

test("something is handed over only when the other takes it, and is never counted", async ({
  home,
}) => {
  const { page: ada } = home.adas;
  const { page: sam } = home.sams;
  await openBoth([ada, sam], home.space);
  await ada.getByRole("button", { name: "Add something" }).click();
  await ada.keyboard.type("Winter tyres");
  await ada.getByRole("button", { name: "Ask for “Winter tyres” to be taken" }).click();
  await expect(sam.getByText("Ada asks whether you could take this.")).toBeVisible();
  await expect(ada.getByRole("button", { name: "I’ll take “Winter tyres”" })).toHaveCount(0);
  await sam.getByRole("button", { name: "I’ll take “Winter tyres”" }).click();
  await expect(ada.getByRole("list", { name: "On Sam’s plate" })).toBeVisible();
  await expect(sam.getByRole("list", { name: "On your plate" })).toBeVisible();
  expect(await ada.getByRole("main").innerText()).not.toMatch(/\d+ (things|items)|%/);
});

test("mechanic 14: good news is asked about, told again, and never rated", async ({ home }) => {
  const { page: ada } = home.adas;
  const { page: sam } = home.sams;
  await openBoth([ada, sam], home.space);
  await ada.getByRole("button", { name: "Tell good news" }).click();
  await ada.keyboard.type("The choir took me");
  await sam.getByRole("button", { name: "Ask about “The choir took me”" }).click();
  await sam.getByRole("button", { name: "What made it happen?" }).click();
  await sam.getByLabel("Your question").press("Enter");
  const reply = ada.getByRole("textbox", { name: "Your reply to “What made it happen?”" });
  await reply.fill("I sang for an hour");
  await expect(sam.getByText("I sang for an hour")).toBeVisible();
  for (const page of [ada, sam])
    expect(await page.getByRole("main").innerText()).not.toMatch(/rate|stars|score/i);
});

test("axe finds nothing on the asks, empty and lived in", async ({ home }) => {
  test.setTimeout(240_000);
  const { page: ada } = home.adas;
  const at = `/space/${home.space}/asks`;
  await openBoth([ada, home.sams.page], home.space);
  await home.sams.page.getByRole("button", { name: /^Comfort:/ }).click();
  await ada.getByRole("button", { name: "Add something" }).click();
  await ada.keyboard.type("Bins");
  await home.sams.page.getByRole("button", { name: "Tell good news" }).click();
  await home.sams.page.keyboard.type("Good weather");
  await expect(ada.getByText("Good weather")).toBeVisible();
  await nothingFound(ada, [at]);
});
