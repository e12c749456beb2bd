import { CreatedSpace } from "@concord/domain/spaces/schema";
import type { Page } from "@playwright/test";

import { nothingFound } from "./support/axe.ts";
import { needsPage } from "./support/pages.ts";
import { signUp } from "./support/person.ts";
import { expect, test } from "./support/test.ts";

function checkInsPage(page: Page, space: string) {
  const answer = (name: string) => page.getByRole("article").filter({ hasText: `${name} wrote` });
  return {
    page,
    open: () => page.goto(`/space/${space}/check-ins`),
    begin: () => page.getByRole("button", { name: "Begin a check-in" }).click(),
    prepare: () => page.getByRole("link", { name: "Prepare my answers" }).click(),
    appreciation: page.getByRole("textbox", { name: "Something I appreciated" }),
    issue: page.getByRole("textbox", { name: "One thing I’d like us to look at" }),
    help: page.getByRole("textbox", { name: "What would make me feel backed next week" }),
    seal: () => page.getByRole("button", { name: "Seal my answers" }).click(),
    sealed: page.getByRole("heading", { name: "Sealed" }),
    both: page.getByRole("heading", { name: "What we each wrote" }),
    answer,
    notes: page.getByRole("region", { name: "Our notes" }),
    add: (what: string) => page.getByRole("button", { name: what }).click(),
    saved: page.getByRole("status").filter({ hasText: /^Saved$/ }),
  };
}

test("mechanic 2, sealed reveal: prepared apart, sealed, and open to both at once without a reload", async ({
  home,
}) => {
  const ada = checkInsPage(home.adas.page, home.space);
  const sam = checkInsPage(home.sams.page, home.space);
  await ada.open();
  await sam.open();
  await ada.begin();
  await expect(ada.issue).toBeVisible();
  // It stands on the other's page at once, where they have it open.
  await sam.prepare();

  // Nothing of what is written leaves the browser before it is sealed.
  const sent: string[] = [];
  ada.page.on("request", (request) => sent.push(`${request.method()} ${request.url()}`));
  ada.page.on("websocket", (socket) => sent.push(`socket ${socket.url()}`));
  await ada.appreciation.fill("You rang from the train");
  await ada.issue.fill("Mornings are a scramble");
  await ada.page
    .getByRole("group", { name: "How rested I’ve been" })
    .getByLabel("a little")
    .check();
  expect(sent).toEqual([]);

  // A reload brings the draft back.
  await ada.page.reload();
  await expect(ada.issue).toHaveValue("Mornings are a scramble");
  const before = await sam.page.locator("main").innerHTML();
  await ada.seal();
  await expect(ada.sealed).toBeVisible();
  await expect(ada.sealed).toBeFocused();
  await expect(ada.page.getByText("Mornings are a scramble")).toBeVisible();

  // S8: not even presence: its document isn't opened before both answers are.
  expect(sent.filter((what) => what.includes("/check-in/"))).toEqual([]);
  // S2: nothing tells the other, on this page or the list.
  expect(await sam.page.locator("main").innerHTML()).toBe(before);
  await sam.open();
  await expect(sam.page.getByRole("heading", { name: "A check-in is open" })).toBeVisible();
  await expect(sam.page.getByText("Nobody sees whether you have.")).toBeVisible();
  await expect(sam.page.getByText("Ada")).toHaveCount(0);
  await sam.prepare();
  await sam.help.fill("An early night on Thursday");
  await sam.seal();

  for (const { both, answer } of [ada, sam]) {
    await expect(both).toBeVisible();
    await expect(answer("Ada")).toContainText("Mornings are a scramble");
    await expect(answer("Sam")).toContainText("An early night on Thursday");
    // S1: the scales are nobody's but their writer's.
    await expect(answer("Ada")).not.toContainText("a little");
  }
});

test("mechanic 1, weekly check-in: notes are written live, and needs and goals are made from them", async ({
  home,
}) => {
  const ada = checkInsPage(home.adas.page, home.space);
  const sam = checkInsPage(home.sams.page, home.space);
  await ada.open();
  await ada.begin();
  await ada.help.fill("Twenty minutes to myself");
  await ada.seal();
  await expect(ada.sealed).toBeVisible();
  await sam.open();
  await sam.prepare();
  await sam.issue.fill("Mornings");
  await sam.seal();
  await expect(sam.both).toBeVisible();
  await expect(ada.both).toBeVisible();

  await ada.add("Put mine into our notes");
  const helps = sam.page.getByRole("textbox", { name: "What would help 1" });
  await expect(helps).toHaveValue("Twenty minutes to myself");
  await sam.add("Add an appreciation");
  await sam.page.getByRole("textbox", { name: "Appreciation 1" }).fill("You made soup");
  await expect(ada.page.getByRole("textbox", { name: "Appreciation 1" })).toHaveValue(
    "You made soup",
  );
  await sam.page.getByRole("textbox", { name: "The one thing we look at" }).fill("Mornings");
  const issue = ada.page.getByRole("textbox", { name: "The one thing we look at" });
  await expect(issue).toHaveValue("Mornings");
  await issue.press("End");
  await issue.pressSequentially(", on weekdays");
  await expect(sam.page.getByRole("textbox", { name: "The one thing we look at" })).toHaveValue(
    "Mornings, on weekdays",
  );

  const make = async (page: Page, of: string, item: string) => {
    await page.getByRole("button", { name: `Make something of it: ${of}` }).click();
    await page.getByRole("menuitem", { name: item }).click();
  };
  await make(sam.page, "“Twenty minutes to myself”", "Make it a need");
  await expect(
    sam.page.getByRole("status").filter({ hasText: "It’s in your needs now." }),
  ).toBeAttached();
  await make(sam.page, "the one thing we look at", "Make it a goal");
  await expect(
    sam.page.getByRole("status").filter({ hasText: "It’s in your goals now." }),
  ).toBeAttached();

  const needs = needsPage(ada.page, home.space);
  await needs.open();
  await expect.poll(needs.words).toEqual(["Twenty minutes to myself"]);
  await ada.page.goto(`/space/${home.space}/goals`);
  await expect(ada.page.getByRole("textbox", { name: "Goal 1, in a few words" })).toHaveValue(
    "Mornings, on weekdays",
  );

  await make(sam.page, "“Twenty minutes to myself”", "Promise something from this");
  await expect(sam.page).toHaveURL(new RegExp(`/space/${home.space}/promises$`));
  await expect(sam.page.getByText("Twenty minutes to myself")).toBeVisible();
});

test("the cadence is chosen together, live; it is an intention and counts nothing", async ({
  home,
}) => {
  const ada = checkInsPage(home.adas.page, home.space);
  const sam = checkInsPage(home.sams.page, home.space);
  await ada.open();
  await sam.open();
  const every = (page: Page) => page.getByLabel("How often we check in");
  await every(ada.page).selectOption("Every two weeks");
  await expect(every(sam.page)).toHaveValue("two-weeks");
  await expect(sam.page.getByLabel("Next on")).not.toHaveValue("");
  await sam.page.getByLabel("Next on").fill("2031-03-07");
  await expect(ada.page.getByLabel("Next on")).toHaveValue("2031-03-07");
  // Pitfall: no counts of missed check-ins, no streaks, no ambush.
  await expect(ada.page.locator("main")).not.toContainText(
    /missed|streak|overdue|in a row|\d+ of/i,
  );
});

test("mechanic 2, declining is invisible: putting one away stays on one's device", async ({
  home,
}) => {
  const ada = checkInsPage(home.adas.page, home.space);
  const sam = checkInsPage(home.sams.page, home.space);
  await ada.open();
  await ada.begin();
  await expect(ada.issue).toBeVisible();
  await sam.open();
  await expect(sam.page.getByRole("link", { name: "Prepare my answers" })).toBeVisible();
  const sent: string[] = [];
  sam.page.on("request", (request) => sent.push(request.url()));
  await sam.page.getByRole("button", { name: "Not this time" }).click();
  await expect(sam.page.getByText("Put away on this device.")).toBeVisible();
  expect(sent).toEqual([]);
  await sam.page.getByRole("button", { name: "Take it up again" }).click();
  await expect(sam.page.getByRole("link", { name: "Prepare my answers" })).toBeVisible();
});

test("a check-in is answered by keyboard alone", async ({ home }) => {
  const ada = checkInsPage(home.adas.page, home.space);
  await ada.open();
  const { keyboard } = ada.page;
  const focus = ada.page.locator(":focus");
  const tabTo = async (name: RegExp) => {
    for (let step = 0; step < 60; step += 1) {
      await keyboard.press("Tab");
      const label = await focus.evaluate((element) =>
        element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
          ? (element.labels?.[0]?.textContent ?? "")
          : (element.getAttribute("aria-label") ?? element.textContent ?? ""),
      );
      if (name.test(label)) return;
    }
    throw new Error(`Tab never reaches ${name}.`);
  };
  await expect(ada.page.getByRole("button", { name: "Begin a check-in" })).toBeVisible();
  await tabTo(/^Begin a check-in$/);
  await keyboard.press("Enter");
  await expect(ada.page.getByRole("heading", { level: 1 })).toBeFocused();
  await tabTo(/^Something I appreciated$/);
  await keyboard.type("You waited for me");
  await tabTo(/^Leave out$/);
  await keyboard.press("ArrowLeft");
  await expect(
    ada.page.getByRole("group", { name: "How close I’ve felt to us" }).getByLabel("fully"),
  ).toBeChecked();
  await tabTo(/^Seal my answers$/);
  await keyboard.press("Enter");
  await expect(ada.sealed).toBeFocused();
});

test("nothing can be sealed with nothing in it, and it says so", async ({ home }) => {
  const ada = checkInsPage(home.adas.page, home.space);
  await ada.open();
  await ada.begin();
  await ada.seal();
  await expect(ada.page.getByRole("alert").filter({ hasText: "Write something" })).toBeVisible();
  await ada.help.fill("A walk");
  await ada.seal();
  await expect(ada.sealed).toBeVisible();
});

test("S19 whoever is alone answers for themselves, and sees their own lines over time", async ({
  open,
  server,
}) => {
  const person = await signUp(server.origin, "Kim");
  const { id } = await person.ask(CreatedSpace, "POST", "/api/spaces", {});
  const { page } = await open(person);
  const kim = checkInsPage(page, id);
  await kim.open();
  await kim.begin();
  await kim.help.fill("An evening outside");
  await page.getByRole("group", { name: "How rested I’ve been" }).getByLabel("mostly").check();
  await page.getByRole("button", { name: "Keep my answers" }).click();
  await expect(page.getByRole("heading", { name: "For yourself" })).toBeVisible();
  await expect(page.getByText("An evening outside")).toBeVisible();
  await kim.open();
  await expect(page.getByRole("img", { name: /^How rested I’ve been: a line/ })).toBeVisible();
  await page.getByText("The same as a table").click();
  await expect(page.getByRole("cell", { name: "mostly" })).toBeVisible();
});

test("S14 an observer whom both admitted reads the notes, and never an answer", async ({
  home,
  admit,
}) => {
  const ada = checkInsPage(home.adas.page, home.space);
  const sam = checkInsPage(home.sams.page, home.space);
  await ada.open();
  await ada.begin();
  await ada.help.fill("For Sam's eyes only");
  await ada.seal();
  await expect(ada.sealed).toBeVisible();
  await sam.open();
  await sam.prepare();
  await sam.help.fill("For Ada's eyes only");
  await sam.seal();
  await expect(sam.both).toBeVisible();
  await sam.add("Add an appreciation");
  await sam.page.getByRole("textbox", { name: "Appreciation 1" }).fill("You made soup");
  await expect(sam.saved).toBeVisible();
  const id = new URL(sam.page.url()).pathname.split("/").at(-1) ?? "";
  const { page } = await admit([`check-in/${id}`]);
  await page.goto(`/space/${home.space}/check-ins/${id}`);
  await expect(page.getByText("You made soup")).toBeVisible();
  await expect(page.locator("main")).not.toContainText("eyes only");
  await expect(page.getByRole("textbox")).toHaveCount(0);
});

test("axe finds nothing on any of its pages", async ({ home }) => {
  test.setTimeout(240_000);
  const ada = checkInsPage(home.adas.page, home.space);
  const sam = checkInsPage(home.sams.page, home.space);
  const list = `/space/${home.space}/check-ins`;
  await nothingFound(ada.page, [list]);
  await ada.open();
  await ada.begin();
  await expect(ada.issue).toBeVisible();
  const one = new URL(ada.page.url()).pathname;
  await nothingFound(ada.page, [one]);
  await ada.page.goto(one);
  await ada.issue.fill("Mornings");
  await ada.page.getByRole("group", { name: "How rested I’ve been" }).getByLabel("mostly").check();
  await ada.seal();
  await expect(ada.sealed).toBeVisible();
  await nothingFound(ada.page, [one]);
  await sam.open();
  await sam.prepare();
  await sam.issue.fill("Evenings");
  await sam.seal();
  await expect(sam.both).toBeVisible();
  await sam.add("Put mine into our notes");
  await sam.add("Add something that would help");
  await expect(sam.saved).toBeVisible();
  await nothingFound(ada.page, [list, one]);
});
