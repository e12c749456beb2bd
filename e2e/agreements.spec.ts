import type { Page } from "@playwright/test";

import { agreementPage } from "./support/pages.ts";
import { expect, test } from "./support/test.ts";
import { writeAgreement } from "./support/written.ts";

/** The colour in which a page draws the other's cursor. */
const cursorColour = (page: Page, name: string): Promise<string> =>
  page
    .locator("[class*=caret]", { hasText: name })
    .first()
    .evaluate((caret) => getComputedStyle(caret).borderInlineStartColor);

/** A person's own colour, as the page computes it. */
const hue = (page: Page, token: "--one" | "--two"): Promise<string> =>
  page.evaluate((token) => {
    const probe = document.createElement("span");
    document.body.append(probe);
    probe.style.setProperty("color", `var(${token})`);
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  }, token);

test("both write in one clause at once, see each other's cursor, and end with one text", async ({
  home,
  server,
}) => {
  const id = await writeAgreement(server.origin, home, "Evenings", ["We eat"]);
  const ada = agreementPage(home.adas.page, home.space, id);
  const sam = agreementPage(home.sams.page, home.space, id);
  await ada.open();
  await sam.open();
  await expect(ada.clause(1)).toHaveText(/We eat/);
  await expect(sam.clause(1)).toHaveText(/We eat/);

  await ada.clause(1).click();
  await ada.page.keyboard.press("ControlOrMeta+End");
  await sam.clause(1).click();
  await sam.page.keyboard.press("ControlOrMeta+Home");
  const caret = (page: Page, name: string) => page.locator("[class*=caret]", { hasText: name });
  await expect(caret(ada.page, "Sam")).toBeVisible();
  await expect(caret(sam.page, "Ada")).toBeVisible();
  const two = await hue(ada.page, "--two");
  const one = await hue(sam.page, "--one");
  await expect.poll(() => cursorColour(ada.page, "Sam")).toBe(two);
  await expect.poll(() => cursorColour(sam.page, "Ada")).toBe(one);

  await Promise.all([
    ada.page.keyboard.type(" together at seven.", { delay: 5 }),
    sam.page.keyboard.type("On weekdays: ", { delay: 5 }),
  ]);
  for (const each of [ada, sam]) {
    await expect.poll(() => plain(each.page)).toBe("On weekdays: We eat together at seven.");
    await expect(each.status).toHaveText("Saved");
  }

  // A pause in the typing, as a busy machine makes them, parts what is undone at once.
  await expect
    .poll(async () => {
      await ada.page.keyboard.press("ControlOrMeta+z");
      return plain(ada.page);
    })
    .toBe("On weekdays: We eat");
  await expect.poll(() => plain(sam.page)).toBe("On weekdays: We eat");
});

/** A clause's words, without the cursors that are drawn into it. */
const plain = (page: Page): Promise<string> =>
  page.getByRole("textbox", { name: "Clause 1" }).evaluate((clause) => {
    const copy = clause.cloneNode(true);
    if (!(copy instanceof HTMLElement)) return "";
    for (const drawn of copy.querySelectorAll("[class*=caret]")) drawn.remove();
    return copy.textContent;
  });

test("an agreement is begun, named, formatted, and still there after a restart", async ({
  home,
  server,
}) => {
  const { page } = home.adas;
  await page.goto(`/space/${home.space}/agreements`);
  await page.getByRole("button", { name: "Begin an agreement" }).click();
  await expect(page).toHaveURL(/\/agreements\/[^/]+$/);
  const ada = agreementPage(page, home.space, page.url().split("/").at(-1) ?? "");
  await ada.title.fill("Money");
  await ada.add("Add a clause");
  await ada.clause(1).click();
  await page.keyboard.type("# Saving");
  await page.keyboard.press("Enter");
  await page.keyboard.type("- a little ");
  await ada.format("Bold").click();
  await page.keyboard.type("every month");
  await expect(ada.clause(1).getByRole("heading", { name: "Saving" })).toBeVisible();
  await expect(ada.clause(1).getByRole("listitem").locator("strong")).toHaveText("every month");
  await expect(ada.status).toHaveText("Saved");

  await server.stop();
  await server.start();
  const sam = home.sams.page;
  await sam.goto(`/space/${home.space}/agreements`);
  await sam.getByRole("link", { name: /Money/ }).click();
  const clause = sam.getByRole("textbox", { name: "Clause 1" });
  await expect(clause.locator("strong")).toHaveText("every month");
});
