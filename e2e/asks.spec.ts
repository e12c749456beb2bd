import { addAsk } from "@concord/domain/asks/commands";
import { addLoad, offerLoad } from "@concord/domain/asks/load-commands";
import { addNews, addQuestion } from "@concord/domain/asks/news-commands";
import { readAsks } from "@concord/domain/asks/view";
import { Day } from "@concord/domain/dates";
import { newEntryId, PersonId } from "@concord/domain/ids";
import { CreatedSpace } from "@concord/domain/spaces/schema";
import type { Page } from "@playwright/test";
import * as v from "valibot";
import * as Y from "yjs";

import { nothingFound } from "./support/axe.ts";
import { type Couple, signUp } from "./support/person.ts";
import { expect, test } from "./support/test.ts";
import { readAs, writeAs } from "./support/written.ts";

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
  await expect(asked(sam).getByText("Ada: listen")).toBeVisible({ timeout: 1_000 });
  await expect(sam.locator("[aria-live=polite]")).toHaveText("Ada asks: listen");
  await asked(ada).getByRole("textbox").fill("The call with my mother.");
  await expect(asked(sam).getByText("The call with my mother.")).toBeVisible();

  // S2, S8: until Sam answers, Ada's page holds nothing that tells whether it was read.
  await expect(asked(ada)).not.toContainText(/seen|read/);
  await expect(asked(sam).getByRole("button", { name: "That helped" })).toHaveCount(0);
  await asked(sam).getByRole("button", { name: "In a while" }).focus();
  await sam.keyboard.press("Enter");
  await expect(asked(ada).getByText("Sam: “In a while”")).toBeVisible();
  await expect(asked(ada).getByRole("button", { name: "In a while" })).toHaveCount(0);

  await asked(ada).getByRole("button", { name: "That helped" }).focus();
  await ada.keyboard.press("Enter");
  await expect(sam.getByText("Nobody’s asking for anything at the moment.")).toBeVisible();
  // The focus is not lost with the card, and the end can be taken back.
  await expect(ada.getByRole("heading", { level: 1 })).toBeFocused();
  await ada.getByRole("button", { name: "Undo", exact: true }).first().click();
  await expect(asked(sam).getByText("The call with my mother.")).toBeVisible();
});

test("S2 S8 nothing says whether the other has seen an ask unless they answer", async ({
  home,
  server,
}) => {
  const { page: ada } = home.adas;
  const { page: sam } = home.sams;
  await openBoth([ada], home.space);
  await ada.getByRole("button", { name: /^Ideas:/ }).click();
  const card = asked(ada).getByRole("listitem");
  await expect(ada.getByRole("status").filter({ hasText: /^Saved$/ })).toBeVisible();
  const stateOf = async () =>
    Y.encodeStateVector(await readAs(server.origin, home.ada, `${home.space}/asks`)).toString();
  const [words, state] = [await card.innerText(), await stateOf()];
  await sam.goto(`/space/${home.space}/asks`);
  await expect(asked(sam).getByText("Ada: ideas")).toBeVisible();
  await sam.goto(`/space/${home.space}/needs`);
  await expect(ada.getByText("Only you")).toBeVisible();
  expect(await card.innerText()).toBe(words);
  expect(await stateOf()).toBe(state);
});

test("mechanic 15: leaning on somebody is no fault, and neither is wanting space", async ({
  home,
}) => {
  const { page: ada } = home.adas;
  const { page: sam } = home.sams;
  await openBoth([ada, sam], home.space);
  await ada.getByRole("button", { name: /^Space:/ }).click();
  await expect(sam.getByText("Space isn’t rejection.", { exact: false })).toBeVisible();
  await expect(asked(sam).getByRole("button")).toHaveText(["Of course, take your time"]);
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

test("S19 all of it works alone", async ({ open, server }) => {
  const person = await signUp(server.origin, "Ada");
  const { id } = await person.ask(CreatedSpace, "POST", "/api/spaces", {});
  const { page } = await open(person);
  await openBoth([page], id);
  await page.getByRole("button", { name: /^Comfort:/ }).click();
  await asked(page).getByRole("textbox").fill("A long week");
  await expect(asked(page)).toContainText("It’s just you so far.");
  await asked(page).getByRole("button", { name: "Never mind" }).click();
  await page.getByRole("button", { name: "Add, for nobody yet" }).click();
  await page.keyboard.type("The boiler");
  await page.getByRole("button", { name: "I’ll take “The boiler”" }).click();
  await expect(page.getByRole("list", { name: "On your plate" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Ask for/ })).toHaveCount(0);
  await page.getByRole("button", { name: "Tell good news" }).click();
  await page.keyboard.type("Spring");
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Good news 1" })).toHaveValue("Spring");
});

test("asks and what there is to carry can be used by keyboard alone", async ({ home }) => {
  const { page: ada } = home.adas;
  const { page: sam } = home.sams;
  await openBoth([ada, sam], home.space);
  const { keyboard } = ada;
  const focus = ada.locator(":focus");
  const tabTo = async (name: RegExp) => {
    for (let step = 0; step < 60; step += 1) {
      await keyboard.press("Tab");
      if (name.test((await focus.getAttribute("aria-label")) ?? (await focus.innerText()))) return;
    }
    throw new Error(`Tab never reaches ${name}.`);
  };
  await tabTo(/^Ideas:/);
  await keyboard.press("Enter");
  await expect(focus).toHaveAttribute("aria-label", /asked$/);
  await keyboard.press("Enter");
  await keyboard.type("What to cook");
  await expect(asked(sam).getByText("What to cook")).toBeVisible();
  await tabTo(/^That helped/);
  await keyboard.press("Enter");
  await expect(asked(sam)).toHaveCount(0);

  for (const what of ["One", "Two"]) {
    await tabTo(/^Add something/);
    await keyboard.press("Enter");
    await keyboard.type(what);
  }
  await tabTo(/^More for “Two”/);
  await keyboard.press("Enter");
  await keyboard.press("Enter");
  const plate = sam.getByRole("list", { name: "On Ada’s plate" });
  await expect(plate.getByRole("listitem")).toHaveText([/Two/, /One/]);
  await expect(focus).toHaveAttribute("aria-label", /^More for/);
  await tabTo(/^Ask for “Two”/);
  await keyboard.press("Enter");
  await expect(focus).toHaveAttribute("aria-label", "I’ll keep “Two”");
  await expect(sam.getByRole("button", { name: "I’ll take “Two”" })).toBeVisible();
});

test("what is on the other's plate is theirs to tick off, to word and to take away", async ({
  home,
  server,
}) => {
  await livedIn(server.origin, home);
  const { page: sam } = home.sams;
  await openBoth([sam], home.space);
  const plate = sam.getByRole("list", { name: "On Ada’s plate" });
  await expect(plate.getByText("The dentist")).toBeVisible();
  await expect(plate.getByRole("textbox")).toHaveCount(0);
  await expect(plate.getByRole("button")).toHaveText(["I’ll take it"]);
  await plate.getByRole("button").click();
  await sam.getByRole("button", { name: "Mark “The dentist” as done" }).click();
  await expect(sam.getByRole("heading", { name: "What there is to carry" })).toBeFocused();
  await sam.getByText("What’s done", { exact: true }).click();
  await expect(sam.getByRole("textbox", { name: "What’s done, item 1" })).toHaveValue(
    "The dentist",
  );
});

/** A page with something of everything, from both. */
async function livedIn(origin: string, home: Couple): Promise<void> {
  const Me = v.object({ person: v.object({ id: PersonId }) });
  const on = v.parse(Day, new Date().toISOString().slice(0, 10));
  const [news, thing] = [newEntryId(), newEntryId()];
  const idOf = async ({ ask }: Couple["ada"]) => (await ask(Me, "GET", "/api/me")).person.id;
  const [ada, sam] = [await idOf(home.ada), await idOf(home.sam)];
  await writeAs(origin, home.ada, `${home.space}/asks`, (doc) => {
    addAsk(doc, { id: newEntryId(), owner: ada, kind: "listen", askedOn: on });
    addLoad(doc, { id: thing, holder: ada, what: "The dentist" });
    offerLoad(doc, thing, "hand-over");
    addNews(doc, { id: news, owner: ada, on, text: "I got the post" });
  });
  // What has been sent is shown to others once it is on disk.
  const told = async () =>
    readAsks(await readAs(origin, home.sam, `${home.space}/asks`)).news.length;
  await expect.poll(told).toBe(1);
  await writeAs(origin, home.sam, `${home.space}/asks`, (doc) => {
    addAsk(doc, { id: newEntryId(), owner: sam, kind: "space", askedOn: on });
    addLoad(doc, { id: newEntryId(), holder: "nobody", what: "The boiler" });
    addQuestion(doc, news, { id: newEntryId(), owner: sam, text: "When?" });
  });
}

test("who looks on reads the asks where they were opened, and has nothing to press", async ({
  home,
  admit,
  server,
}) => {
  await livedIn(server.origin, home);
  const { page } = await admit(["asks"]);
  await page.goto("/desk");
  await page.getByRole("link", { name: /Open/ }).click();
  await page.getByRole("navigation").getByRole("link", { name: "Asks" }).click();
  await expect(page.getByText("Ada: listen")).toBeVisible();
  await expect(page.getByText("Sam: space")).toBeVisible();
  await expect(page.getByText("When?")).toBeVisible();
  await expect(page.getByRole("main").getByRole("textbox")).toHaveCount(0);
  await expect(page.getByRole("main").getByRole("button")).toHaveCount(0);
  await nothingFound(page, [`/space/${home.space}/asks`]);
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
