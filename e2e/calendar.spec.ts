import { Me } from "@concord/domain/accounts/schema";
import { parseDay } from "@concord/domain/dates";
import { addGoal } from "@concord/domain/goals/commands";
import { addStep } from "@concord/domain/goals/step-commands";
import { newEntryId } from "@concord/domain/ids";

import { shownLink } from "./support/accounts.ts";
import { nothingFound } from "./support/axe.ts";
import { tabTo } from "./support/tab-to.ts";
import { expect, test } from "./support/test.ts";
import { writeAs, writeGoal } from "./support/written.ts";

test("S6 a calendar has one's own days at once, and those of both only while both say so", async ({
  home,
  server,
}) => {
  await writeGoal(server.origin, home);
  const { person } = await home.ada.ask(Me, "GET", "/api/me");
  await writeAs(server.origin, home.ada, `${home.space}/own-goals/${person.id}`, (doc) => {
    const id = newEntryId();
    addGoal(doc, { id, owner: "ours", title: "Run" });
    addStep(doc, id, { id: newEntryId(), action: "shoes on", nextDate: parseDay("2027-01-05") });
  });
  const { page: ada } = home.adas;
  const { page: sam } = home.sams;
  for (const page of [ada, sam]) await page.goto(`/space/${home.space}/calendar`);

  await expect(ada.getByText("You have no address at the moment.")).toBeVisible();
  await expect(ada.getByText("They’re in nobody’s calendar now.")).toBeVisible();
  // By keyboard alone.
  await tabTo(ada, /^Make an address$/);
  await ada.keyboard.press("Enter");
  await expect(ada.getByText("This is shown once.")).toBeVisible();
  const address = await shownLink(ada, "Address for your calendar");
  const read = async () => (await fetch(address)).text();
  const days = async () => (await read()).match(/DTSTART;VALUE=DATE:\d+/g);
  const own = ["DTSTART;VALUE=DATE:20270105"];
  const all = [...own, "DTSTART;VALUE=DATE:20270110"];
  expect(await days()).toEqual(own);

  await tabTo(ada, /^I’d like them in our calendars$/);
  await ada.keyboard.press("Enter");
  await expect(sam.getByText("Ada has said yes. They’re in it once you say so too.")).toBeVisible();
  expect(await days()).toEqual(own);
  await tabTo(sam, /^I’d like that too$/);
  await sam.keyboard.press("Enter");
  await expect(ada.getByText("You’ve both said yes")).toBeVisible();
  expect(await days()).toEqual(all);
  expect(await read()).not.toMatch(/Ada|Sam|walk|boots|Run|shoes/);

  // The focus has stayed on the button, which takes it back now.
  await sam.keyboard.press("Enter");
  await expect(ada.getByText("They’re in it once Sam says so too.")).toBeVisible();
  expect(await days()).toEqual(own);

  await ada.reload();
  await expect(ada.getByText("Your address works.")).toBeVisible();
  await tabTo(ada, /^End it$/);
  await ada.keyboard.press("Enter");
  await expect(ada.getByText("It has ended.")).toBeVisible();
  expect((await fetch(address)).status).toBe(404);
});

test("axe finds nothing on the calendar's page, with an address and without", async ({ home }) => {
  test.setTimeout(120_000);
  const at = `/space/${home.space}/calendar`;
  const { page } = home.adas;
  await nothingFound(page, [at]);
  await page.getByRole("button", { name: "Make an address" }).click();
  await expect(page.getByText("This is shown once.")).toBeVisible();
  await nothingFound(page, [at]);
});

test("S14 a counsellor finds no calendar", async ({ home, admit }) => {
  const { page } = await admit(["needs", "goals"]);
  await page.goto(`/space/${home.space}/calendar`);
  await expect(page.getByRole("heading", { name: "There’s nothing here" })).toBeVisible();
});
