import type { Page } from "@playwright/test";
import * as Y from "yjs";

import { nothingFound } from "./support/axe.ts";
import { agreementPage } from "./support/pages.ts";
import { expect, test } from "./support/test.ts";
import { writeAgreement, writeAs } from "./support/written.ts";

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
  // A click's own place may be taken late on a busy machine, after the key.
  await expect
    .poll(async () => {
      await sam.page.keyboard.press("ControlOrMeta+Home");
      return wordsBeforeCaret(sam.page);
    })
    .toBe("");
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

/** What stands before the caret in the field that has the focus. */
const wordsBeforeCaret = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const selection = window.getSelection();
    const field = document.activeElement;
    if (!selection?.anchorNode || !field?.contains(selection.anchorNode)) return null;
    const before = document.createRange();
    before.setStart(field, 0);
    before.setEnd(selection.anchorNode, selection.anchorOffset);
    return before.toString();
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

/** The clause and what stands below it. */
const clauseItem = (page: Page, place: number) =>
  page
    .getByRole("list", { name: "Clauses" })
    .locator(":scope > li")
    .nth(place - 1);

test("mechanic 13: each agrees to the exact words, by themselves; an edit shows as changed to both", async ({
  home,
  server,
}) => {
  const id = await writeAgreement(server.origin, home, "Evenings", ["We eat at seven."]);
  const ada = agreementPage(home.adas.page, home.space, id);
  const sam = agreementPage(home.sams.page, home.space, id);
  await ada.open();
  await sam.open();
  const adas = clauseItem(ada.page, 1);
  const sams = clauseItem(sam.page, 1);
  await adas.getByRole("button", { name: "I agree to this: I agree to clause 1" }).click();
  await expect(
    adas.getByText(/^You agreed on .* It’s in force once Sam agrees too\.$/),
  ).toBeVisible();
  await expect(sams.getByText(/^Ada agreed to these words on /)).toBeVisible();
  await sams.getByRole("button", { name: /^I agree too/ }).click();
  for (const each of [adas, sams]) await expect(each.getByText(/^In force since /)).toBeVisible();
  for (const { page } of [ada, sam])
    await expect(page.getByText(/^Both of us stand by all of it since /)).toBeVisible();

  await sam.clause(1).click();
  await sam.page.keyboard.press("ControlOrMeta+End");
  await sam.page.keyboard.type(" On weekdays.");
  await expect(adas.getByText("Changed since you and Sam agreed")).toBeVisible();
  await expect(sams.getByText("Changed since Ada and you agreed")).toBeVisible();
  await adas.getByText("What changed").click();
  await expect(adas.locator("ins")).toContainText("On weekdays");
  await adas.getByText("What was agreed").click();
  await expect(adas.locator("p", { hasText: /^We eat at seven\.$/ })).toBeVisible();
  await expect(ada.page.getByText(/^Both of us stand by all of it/)).toBeHidden();

  // S5: taken back alone, at once, without a reason.
  await adas.getByRole("button", { name: "Take back my word on clause 1" }).click();
  await expect(sams.getByText("Changed since you agreed")).toBeVisible();
  await expect(adas.getByRole("button", { name: /^I agree to this/ })).toBeVisible();
});

test("an assent to words that have changed on the way is refused, and the difference is shown", async ({
  home,
  server,
}) => {
  const id = await writeAgreement(server.origin, home, "Evenings", ["We eat at seven."]);
  const ada = agreementPage(home.adas.page, home.space, id);
  await ada.open();
  const item = clauseItem(ada.page, 1);
  const button = item.getByRole("button", { name: /^I agree to this/ });
  await expect(button).toBeVisible();
  // What Sam writes reaches the server while Ada's word is on its way to it.
  await ada.page.route("**/declarations", async (route) => {
    await writeAs(server.origin, home.sam, `${home.space}/agreement/${id}`, (doc) => {
      const { value } = doc.getMap("clauses").values().next();
      const body: unknown = value instanceof Y.Map ? value.get("body") : null;
      const words = body instanceof Y.XmlFragment ? body.firstChild : null;
      const text = words instanceof Y.XmlElement ? words.firstChild : null;
      if (text instanceof Y.XmlText) text.insert(text.length, " Or later.");
    });
    await route.continue();
  });
  await button.focus();
  await ada.page.keyboard.press("Enter");
  await expect(item.getByText("The text has changed since you read it:")).toBeVisible();
  await expect(item.locator("ins").first()).toContainText("Or later");
  await ada.page.unroute("**/declarations");
  await item.getByRole("button", { name: /^I agree to this/ }).click();
  await expect(item.getByText(/^You agreed on /)).toBeVisible();
});

test("an agreement begins from a sketch, by keyboard alone, and is written only once", async ({
  home,
}) => {
  const { page } = home.adas;
  await page.goto(`/space/${home.space}/agreements`);
  await page.getByRole("button", { name: "Begin from a sketch" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Begin with “When we disagree”" }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/agreements\/[^/]+$/);
  const ada = agreementPage(page, home.space, page.url().split("/").at(-1) ?? "");
  await expect(ada.title).toHaveValue("When we disagree");
  await expect(ada.clauses).toHaveCount(7);
  await expect(ada.status).toHaveText("Saved");
  await page.reload();
  await expect(ada.clauses).toHaveCount(7);
});

test("an agreement prints as a document: both names, the days, and that it is no contract", async ({
  home,
  server,
}) => {
  const id = await writeAgreement(server.origin, home, "Evenings", ["We eat at seven."]);
  for (const { page } of [home.adas, home.sams]) {
    await agreementPage(page, home.space, id).open();
    await page.getByRole("button", { name: /^I agree/ }).click();
  }
  const { page } = home.adas;
  await expect(page.getByText(/^In force since /)).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("Between Ada and Sam")).toBeVisible();
  await expect(page.getByText("An understanding between us, not a contract.")).toBeVisible();
  await expect(page.getByText(/^Agreed by Ada on .* · Agreed by Sam on /)).toBeVisible();
  for (const name of [/^I agree/, /^Take back/, "Add a clause", "Print"])
    await expect(page.getByRole("button", { name }).first()).toBeHidden();
});

test("axe finds nothing on an agreement in force, agreed to by one, and changed since", async ({
  home,
  server,
}) => {
  test.setTimeout(120_000);
  const clauses = ["We eat at seven.", "No phones.", "Wednesdays are for going out."];
  const id = await writeAgreement(server.origin, home, "Evenings", clauses);
  const ada = agreementPage(home.adas.page, home.space, id);
  const sam = agreementPage(home.sams.page, home.space, id);
  await ada.open();
  await sam.open();
  for (const place of [1, 2, 3])
    await clauseItem(ada.page, place)
      .getByRole("button", { name: /^I agree to this/ })
      .click();
  for (const place of [1, 3])
    await clauseItem(sam.page, place)
      .getByRole("button", { name: /^I agree too/ })
      .click();
  await sam.clause(3).click();
  await sam.page.keyboard.press("ControlOrMeta+End");
  await sam.page.keyboard.type(" Mostly.");
  await expect(clauseItem(ada.page, 3).getByText(/^Changed since/)).toBeVisible();
  await nothingFound(ada.page, [`/space/${home.space}/agreements/${id}`]);
});
