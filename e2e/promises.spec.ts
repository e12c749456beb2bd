import { Declaration } from "@concord/domain/ledger/schema";
import { CreatedSpace } from "@concord/domain/spaces/schema";
import type { Page } from "@playwright/test";

import { nothingFound } from "./support/axe.ts";
import { type Person, signUp } from "./support/person.ts";
import { expect, test } from "./support/test.ts";
import { writeAgreement, writeGoal } from "./support/written.ts";

const dayMs = 24 * 60 * 60 * 1000;
const dayIn = (days: number) => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);

/** What no page of promises may ever say of either person (pitfall 12). */
const forbidden = /streak|rate|%|missed|late|overdue/i;

/** Keeps what is announced on a page: each stands for a second only. */
async function listen(page: Page): Promise<() => Promise<readonly string[]>> {
  const heard: string[] = [];
  await page.exposeFunction("heard", (words: string) => heard.push(words));
  await page.addInitScript(() => {
    const tell: unknown = Reflect.get(window, "heard");
    const look = () => {
      const words = document.querySelector("main [aria-live=polite]")?.textContent;
      if (words && typeof tell === "function") tell(words);
    };
    new MutationObserver(look).observe(document, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  return () => Promise.resolve(heard);
}

async function promisesPage(page: Page, space: string) {
  const list = (name: string) => page.getByRole("list", { name, exact: true });
  const card = (name: string, words: string) =>
    list(name)
      .getByRole("listitem")
      .filter({ has: page.getByRole("heading", { name: words }) });
  return {
    page,
    open: () => page.goto(`/space/${space}/promises`),
    make: page.getByRole("button", { name: "Make a promise" }),
    when: page.getByRole("textbox", { name: "When …" }),
    will: page.getByRole("textbox", { name: "I will …" }),
    by: page.getByLabel("By", { exact: true }),
    promise: page.getByRole("button", { name: "I promise this", exact: true }),
    mine: (words: string) => card("What I promise", words),
    theirs: (who: string, words: string) => card(`What ${who} promises`, words),
    heard: await listen(page),
    words: () => page.locator("body").innerText(),
  };
}

/** What has the focus is called; within a field for a day, `:focus` finds nothing for a while. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement } = document;
    return activeElement?.getAttribute("aria-label") ?? activeElement?.textContent ?? "";
  });

/** Moves by Tab to what is called so. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press("Tab");
    if (name.test((await focused(page)).trim())) return;
  }
  throw new Error(`Tab never reaches ${name}.`);
}

/** Declares as somebody, from another device of theirs. */
const declare = (person: Person, space: string, body: unknown): Promise<Declaration> =>
  person.ask(Declaration, "POST", `/api/spaces/${space}/declarations`, body);

const promise = (action: string, more: Record<string, unknown> = {}, id = "promise-1") => ({
  kind: "promise",
  subject: `promise/${id}`,
  body: { cue: "", action, due: dayIn(7), state: "open", from: null, ...more },
});

test("mechanic 12: made by keyboard alone, seen live, renegotiated, kept and appreciated", async ({
  home,
}) => {
  const ada = await promisesPage(home.adas.page, home.space);
  const sam = await promisesPage(home.sams.page, home.space);
  await ada.open();
  await sam.open();
  const { keyboard } = ada.page;
  await expect(ada.make).toBeVisible();
  await expect(sam.page.getByText("What Ada promises will stand here.")).toBeVisible();

  await tabTo(ada.page, /^Make a promise$/);
  await keyboard.press("Enter");
  await expect(ada.when).toBeFocused();
  await keyboard.type("it is Sunday evening");
  await keyboard.press("Tab");
  await keyboard.type("cook for us both");
  await tabTo(ada.page, /^I promise this$/);
  await keyboard.press("Enter");
  const words = "When it is Sunday evening, I will cook for us both";
  await expect(ada.page.getByRole("heading", { name: words })).toBeFocused();
  await expect(sam.theirs("Ada", words)).toBeVisible();
  await expect.poll(sam.heard).toContain(`Ada promised: ${words}`);

  await tabTo(ada.page, /^I need to change it/);
  await keyboard.press("Enter");
  await expect(ada.when).toBeFocused();
  await keyboard.press("Tab");
  await keyboard.press("ControlOrMeta+a");
  await keyboard.type("make us soup");
  await tabTo(ada.page, /^I promise this instead$/);
  await keyboard.press("Enter");
  const changed = "When it is Sunday evening, I will make us soup";
  await expect(ada.page.getByRole("heading", { name: changed })).toBeFocused();
  await expect.poll(sam.heard).toContain(`Ada changed a promise: ${changed}`);
  await sam.theirs("Ada", changed).getByText("What it said before").click();
  await expect(sam.theirs("Ada", changed).getByRole("listitem")).toContainText(words);

  await tabTo(ada.page, /^I kept it/);
  await keyboard.press("Enter");
  await expect(ada.page.getByRole("button", { name: "Yes, I kept it" })).toBeFocused();
  await keyboard.press("Escape");
  await expect(ada.page.getByRole("button", { name: /^I kept it/ })).toBeFocused();
  await keyboard.press("Enter");
  await keyboard.press("Enter");
  await expect(ada.mine(changed)).toContainText("Kept");
  await expect(ada.page.getByRole("heading", { name: changed })).toBeFocused();
  await expect(sam.theirs("Ada", changed)).toContainText("Kept");
  await expect.poll(sam.heard).toContain(`Ada kept a promise: ${changed}`);

  await tabTo(sam.page, /^Thank you: “make us soup”$/);
  await sam.page.keyboard.press("Enter");
  await expect(ada.mine(changed)).toContainText("“Thank you” Sam");
  await expect.poll(ada.heard).toContain("Sam said: Thank you");
  await tabTo(sam.page, /^Your own words/);
  await sam.page.keyboard.press("Enter");
  await sam.page.keyboard.type("It warmed me through");
  await sam.page.keyboard.press("Enter");
  await expect(sam.page.getByRole("button", { name: /^Your own words/ })).toBeFocused();
  await expect(ada.mine(changed)).toContainText("“It warmed me through” Sam");
  await sam.page.getByRole("button", { name: "Take it back: “Thank you”" }).click();
  await expect(ada.mine(changed)).not.toContainText("“Thank you”");
  await expect(ada.mine(changed)).toContainText("“It warmed me through” Sam");
});

test("S4 the other has nothing that marks, rewords or takes back a promise", async ({ home }) => {
  const { space } = home;
  await declare(home.ada, space, promise("open the post"));
  await declare(home.ada, space, promise("call the dentist", {}, "promise-2"));
  await declare(home.ada, space, promise("call the dentist", { state: "kept" }, "promise-2"));
  const sam = await promisesPage(home.sams.page, space);
  await sam.open();
  const buttons = sam.page.getByRole("main").getByRole("list").getByRole("button");
  await expect(sam.theirs("Ada", "I will open the post")).toBeVisible();
  const names = await buttons.evaluateAll((all) =>
    all.map((button) => button.getAttribute("aria-label") ?? button.textContent),
  );
  expect(names).toEqual([
    "Thank you: “open the post”",
    "Your own words: “open the post”",
    "Thank you: “call the dentist”",
    "Your own words: “call the dentist”",
  ]);
});

test("pitfall 12: a day that goes by is asked about gently, to its maker alone; nothing counts", async ({
  home,
}) => {
  const { space } = home;
  await declare(home.ada, space, promise("open the post", { due: dayIn(0) }));
  for (const [id, state] of [
    ["promise-2", "kept"],
    ["promise-3", "released"],
  ] as const) {
    await declare(home.ada, space, promise("call the dentist", {}, id));
    await declare(home.ada, space, promise("call the dentist", { state }, id));
  }
  const ada = await promisesPage(home.adas.page, space);
  const sam = await promisesPage(home.sams.page, space);
  // The day after, and the week after.
  for (const days of [1, 9]) {
    for (const { page, open } of [ada, sam]) {
      await page.clock.setFixedTime(Date.now() + days * dayMs);
      await open();
    }
    await expect(ada.mine("I will open the post")).toContainText("The day has come: how is it?");
    await expect(sam.theirs("Ada", "I will open the post")).toBeVisible();
    expect(await sam.words()).not.toContain("The day has come");
    for (const { words } of [ada, sam]) expect(await words()).not.toMatch(forbidden);
  }
  await ada.page.clock.setFixedTime(Date.now());
  await ada.open();
  await ada
    .mine("I will open the post")
    .getByRole("button", { name: /^Let it go/ })
    .click();
  await ada.page.getByRole("group").getByRole("button", { name: "Let it go" }).click();
  await expect(sam.theirs("Ada", "I will open the post")).toContainText("Let go");
  for (const { words } of [ada, sam]) expect(await words()).not.toMatch(forbidden);
});

test("a promise comes from a clause or a goal, and says so with a way back", async ({
  home,
  server,
}) => {
  const { space } = home;
  const id = await writeAgreement(server.origin, home, "Evenings", ["We eat together."]);
  await writeGoal(server.origin, home);
  const ada = await promisesPage(home.adas.page, space);
  const begin = async (path: string, entry: string) => {
    await ada.page.goto(`/space/${space}/${path}`);
    await ada.page.getByRole("button", { name: `More for ${entry}` }).click();
    await ada.page.getByRole("menuitem", { name: "Promise something from this" }).click();
    await expect(ada.page.getByRole("heading", { level: 1, name: "Promises" })).toBeVisible();
  };
  await begin(`agreements/${id}`, "Clause 1");
  await ada.will.fill("be home by seven");
  await ada.promise.click();
  const card = ada.mine("I will be home by seven");
  await card.getByRole("link", { name: "We eat together." }).click();
  await expect(ada.page).toHaveURL(new RegExp(`/agreements/${id}$`));

  await begin("goals", "“A walk every week”");
  await expect(ada.page.getByRole("link", { name: "A walk every week" })).toBeVisible();
  await ada.page.getByRole("button", { name: "Leave that out" }).click();
  await ada.will.fill("dry the boots");
  await ada.promise.click();
  await expect(ada.mine("I will dry the boots")).toBeVisible();
  await expect(ada.mine("I will dry the boots").getByRole("link")).toHaveCount(0);
  await ada.page.reload();
  await expect(ada.make).toBeVisible();
});

test("what makes no promise is said where it stands, and nothing is sent", async ({ home }) => {
  const ada = await promisesPage(home.adas.page, home.space);
  await ada.open();
  await ada.make.click();
  await ada.promise.click();
  await expect(ada.page.getByText("Please write what you will do.")).toBeVisible();
  await expect(ada.will).toBeFocused();
  await ada.will.fill("open the post");
  await ada.by.fill("2001-01-01");
  await ada.promise.click();
  await expect(ada.page.getByText("Please choose a day from today on")).toBeVisible();
  await ada.by.fill(dayIn(3));
  await ada.promise.click();
  await expect(ada.mine("I will open the post")).toBeVisible();
});

test("a promise that is taken back is gone for both, and what is being written stays", async ({
  home,
}) => {
  const { space } = home;
  await declare(home.ada, space, promise("open the post"));
  await declare(home.ada, space, promise("call the dentist", {}, "promise-2"));
  const ada = await promisesPage(home.adas.page, space);
  const sam = await promisesPage(home.sams.page, space);
  await ada.open();
  await sam.open();
  const dentist = sam.theirs("Ada", "I will call the dentist");
  await dentist.getByRole("button", { name: /^Your own words/ }).click();
  await sam.page.keyboard.type("How good");
  await ada.page.getByRole("button", { name: "More for “open the post”" }).click();
  await ada.page.getByRole("menuitem", { name: "Take it back altogether" }).click();
  await ada.page.getByRole("button", { name: "Take it back", exact: true }).click();
  await expect(ada.mine("I will open the post")).toHaveCount(0);
  await expect(ada.page.getByRole("heading", { name: "What I promise" })).toBeFocused();
  await expect(sam.theirs("Ada", "I will open the post")).toHaveCount(0);
  await sam.page.keyboard.type(" of you");
  await sam.page.keyboard.press("Enter");
  await expect(ada.mine("I will call the dentist")).toContainText("“How good of you” Sam");
});

test("S19 one partner alone promises, and keeps it", async ({ open, server }) => {
  const person = await signUp(server.origin, "Ada");
  const { id } = await person.ask(CreatedSpace, "POST", "/api/spaces", {});
  const { page } = await open(person);
  const ada = await promisesPage(page, id);
  await ada.open();
  await ada.make.click();
  await ada.will.fill("go to bed by ten");
  await ada.promise.click();
  const card = ada.mine("I will go to bed by ten");
  await card.getByRole("button", { name: /^I kept it/ }).click();
  await page.getByRole("button", { name: "Yes, I kept it" }).click();
  await expect(card).toContainText("Kept");
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(["What I promise"]);
});

test("S14 somebody who looks on finds no promises", async ({ home, admit }) => {
  await declare(home.ada, home.space, promise("open the post"));
  const { page } = await admit(["needs", "goals"]);
  await page.goto(`/space/${home.space}/promises`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There’s nothing here");
  await expect(page.getByRole("link", { name: "Promises" })).toHaveCount(0);
  expect(await page.locator("body").innerText()).not.toContain("open the post");
});

test("axe finds nothing on a page of promises, empty or lived in", async ({ home }) => {
  test.setTimeout(120_000);
  const { space } = home;
  await nothingFound(home.adas.page, [`/space/${space}/promises`]);
  const from = { subject: "goals/goal-one", words: "A walk every week" };
  await declare(home.ada, space, promise("open the post", { due: dayIn(0), from }));
  await declare(home.ada, space, promise("open the post on Monday", { due: dayIn(0), from }));
  await declare(home.sam, space, promise("call the dentist", {}, "promise-2"));
  await declare(home.sam, space, promise("call the dentist", { state: "kept" }, "promise-2"));
  const thanks = { kind: "appreciation", subject: "promise/promise-2", body: { words: "Thanks" } };
  await declare(home.ada, space, thanks);
  await nothingFound(home.adas.page, [`/space/${space}/promises`]);
});
