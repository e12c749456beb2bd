import { Me } from "@concord/domain/accounts/schema";
import { addAsk, answerAsk, endAsk } from "@concord/domain/asks/commands";
import { CheckIn } from "@concord/domain/check-ins/schema";
import { type Day, parseDay } from "@concord/domain/dates";
import { addGoal } from "@concord/domain/goals/commands";
import { addStep } from "@concord/domain/goals/step-commands";
import { newEntryId } from "@concord/domain/ids";
import { CreatedSpace } from "@concord/domain/spaces/schema";
import type { Page } from "@playwright/test";

import { nothingFound } from "./support/axe.ts";
import { agreementPage } from "./support/pages.ts";
import { signUp } from "./support/person.ts";
import { tabTo } from "./support/tab-to.ts";
import { expect, test } from "./support/test.ts";
import { writeAgreement, writeAs } from "./support/written.ts";

const quiet = /^Nothing is waiting/;

function dayFrom(days: number): Day {
  const date = new Date(Date.now() + days * 24 * 60 * 60 * 1000);
  const pad = (part: number) => String(part).padStart(2, "0");
  const day = parseDay(`${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`);
  if (!day) throw new Error("not a day");
  return day;
}

const listed = (page: Page, title: string) =>
  page.getByRole("list", { name: title }).getByRole("link");

const promise = (action: string, due: Day, id = newEntryId()) => ({
  kind: "promise",
  subject: `promise/${id}`,
  body: { cue: "", action, due, state: "open", from: null },
});

test("what the other agrees to waits for my word, live, and no longer once I have given it", async ({
  home,
  server,
}) => {
  const id = await writeAgreement(server.origin, home, "Evenings", ["We eat together."]);
  const { page: sam } = home.sams;
  await sam.goto(`/space/${home.space}`);
  await expect(sam.getByText(quiet)).toBeVisible();

  const ada = agreementPage(home.adas.page, home.space, id);
  await ada.open();
  await ada.page.getByRole("button", { name: /^I agree to this/ }).click();
  const waiting = listed(sam, "Waiting for your word");
  await expect(waiting).toHaveText([/We eat together\.\s*Ada agrees to this/]);
  await expect(sam.getByText(quiet)).toBeHidden();
  // It waits for Sam; on Ada's page it is nothing.
  await ada.page.goto(`/space/${home.space}`);
  await expect(ada.page.getByText(quiet)).toBeVisible();

  await tabTo(sam, /We eat together/);
  await sam.keyboard.press("Enter");
  await expect(sam).toHaveURL(new RegExp(`/agreements/${id}$`));
  await sam.getByRole("button", { name: /^I agree too/ }).click();
  await expect(sam.getByText(/^In force since/)).toBeVisible();
  await sam.goto(`/space/${home.space}`);
  await expect(sam.getByText(quiet)).toBeVisible();
});

test("the page is of use before what reads the documents is here", async ({ home, server }) => {
  const id = await writeAgreement(server.origin, home, "Evenings", ["We eat together."]);
  const ada = agreementPage(home.adas.page, home.space, id);
  await ada.open();
  await ada.page.getByRole("button", { name: /^I agree to this/ }).click();
  await expect(ada.page.getByText(/^You agreed on/)).toBeVisible();
  const { page: sam } = home.sams;
  const asked: string[] = [];
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  sam.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await sam.route("**/assets/today-documents-*.js", async (route) => {
    await held;
    await route.continue();
  });
  await sam.goto(`/space/${home.space}`);
  await expect(sam.getByRole("heading", { level: 1, name: "Ada and Sam" })).toBeVisible();
  await expect(listed(sam, "Waiting for your word")).toHaveText([/^We eat together\./]);
  await expect(sam.getByRole("main").getByRole("link", { name: "Needs" })).toBeVisible();
  await expect(sam.getByText(quiet)).toHaveCount(0);
  letGo();
  const sockets = () => asked.some((path) => path.includes("create-document"));
  await expect.poll(sockets).toBe(true);
  await expect(listed(sam, "Waiting for your word")).toHaveText([/^We eat together\./]);
});

test("what was edited since it was agreed to, or is gone, waits for nobody", async ({
  home,
  server,
}) => {
  const id = await writeAgreement(server.origin, home, "Evenings", ["We eat", "We walk"]);
  const ada = agreementPage(home.adas.page, home.space, id);
  await ada.open();
  for (const clause of ["clause 1", "clause 2"])
    await ada.page.getByRole("button", { name: `I agree to this: I agree to ${clause}` }).click();
  await expect(ada.page.getByText(/^You agreed on/)).toHaveCount(2);
  const { page: sam } = home.sams;
  await sam.goto(`/space/${home.space}`);
  const waiting = listed(sam, "Waiting for your word");
  await expect(waiting).toHaveCount(2);
  await ada.clause(1).click();
  await ada.page.keyboard.press("ControlOrMeta+End");
  await ada.page.keyboard.type(" at seven");
  await expect(waiting).toHaveText([/^We walk/]);
});

test("pitfall 12: one's promises stand there on their day, and never the other's", async ({
  home,
}) => {
  const at = `/api/spaces/${home.space}/declarations`;
  const { page: ada } = home.adas;
  const { page: sam } = home.sams;
  for (const page of [ada, sam]) await page.goto(`/space/${home.space}`);
  await home.ada.request("POST", at, promise("I cook", dayFrom(0)));
  await home.ada.request("POST", at, promise("I paint the door", dayFrom(3)));
  await expect(listed(ada, "Your promises")).toHaveText([/I cook\s*today/]);
  // Three days later.
  await ada.clock.setFixedTime(Date.now() + 3 * 24 * 60 * 60 * 1000);
  await ada.reload();
  await expect(listed(ada, "Your promises")).toHaveText([
    /I cook\s*its day has come/,
    /I paint the door\s*today/,
  ]);
  await expect(sam.getByText(quiet)).toBeVisible();
  await expect(sam.getByText("I cook")).toHaveCount(0);
  // Nothing is counted, neither here nor there.
  for (const page of [ada, sam])
    await expect(page.getByRole("main")).not.toContainText(/\d+ (promise|day|late|missed)/);
});

test("what comes within two weeks stands there, one's own steps on one's own page alone", async ({
  home,
  server,
}) => {
  const { space } = home;
  const id = await writeAgreement(server.origin, home, "Evenings", ["We eat together."]);
  await writeAs(server.origin, home.ada, `${space}/goals`, (doc) => {
    for (const [action, days, owner] of [
      ["boots on", 1, "ours"],
      ["too far away", 15, "ours"],
      ["gone by", -1, "ours"],
    ] as const) {
      const goal = newEntryId();
      addGoal(doc, { id: goal, owner });
      addStep(doc, goal, { id: newEntryId(), action, nextDate: dayFrom(days) });
    }
  });
  const ada = agreementPage(home.adas.page, space, id);
  await ada.open();
  await ada.page.getByLabel("We look at it again on").fill(dayFrom(13));
  const { page: sam } = home.sams;
  await sam.goto(`/space/${space}`);
  await expect(listed(sam, "Coming up")).toHaveText([
    /boots on\s*tomorrow/,
    /Look at “Evenings” again/,
  ]);
  await listed(sam, "Coming up").last().click();
  await expect(sam).toHaveURL(new RegExp(`/agreements/${id}$`));
});

test("what the other asks for right now stands there at once, and goes when it is done with", async ({
  home,
  server,
}) => {
  const { page: sam } = home.sams;
  await sam.goto(`/space/${home.space}`);
  await expect(sam.getByText(quiet)).toBeVisible();
  const { person } = await home.ada.ask(Me, "GET", "/api/me");
  const id = newEntryId();
  const asks = `${home.space}/asks`;
  await writeAs(server.origin, home.ada, asks, (doc) =>
    addAsk(doc, { id, owner: person.id, kind: "comfort", askedOn: dayFrom(0) }),
  );
  await expect(listed(sam, "Right now")).toHaveText(["Ada could do with some comfort"]);
  // Heard as well as seen.
  await expect(sam.locator("[aria-live=polite]")).toHaveText("Ada could do with some comfort");
  await writeAs(server.origin, home.ada, asks, (doc) => answerAsk(doc, id, "in-a-while"));
  await expect(listed(sam, "Right now")).toHaveText([/you: “In a while”$/]);
  await writeAs(server.origin, home.ada, asks, (doc) => endAsk(doc, id));
  await expect(sam.getByText(quiet)).toBeVisible();
});

test("S2 an open check-in stands there for both, and says nothing of what the other has done", async ({
  home,
}) => {
  const { page: ada } = home.adas;
  const { page: sam } = home.sams;
  for (const page of [ada, sam]) await page.goto(`/space/${home.space}`);
  await expect(sam.getByText(quiet)).toBeVisible();
  const at = `/api/spaces/${home.space}/check-ins`;
  const { id } = await home.ada.ask(CheckIn, "POST", at, {});
  const row = (page: Page) => listed(page, "Check-in");
  for (const page of [ada, sam])
    await expect(row(page)).toHaveText([/^Your check-in is open\s*write yours when it suits you$/]);
  const answer = { appreciation: "The tea", issue: "", help: "" };
  const lines = { close: null, backed: null, rested: null, honest: null };
  await home.ada.ask(CheckIn, "POST", `${at}/${id}/answer`, { answer, lines });
  for (const page of [ada, sam]) await page.reload();
  await expect(row(ada)).toHaveText([/yours is written$/]);
  await expect(row(sam)).toHaveText([/write yours when it suits you$/]);
  await home.sam.ask(CheckIn, "POST", `${at}/${id}/answer`, { answer, lines });
  for (const page of [ada, sam]) await expect(page.getByText(quiet)).toBeVisible();
});

test("S8 who has the first page open is not shown as being in the documents that it reads", async ({
  home,
}) => {
  const { page: ada } = home.adas;
  const { page: sam } = home.sams;
  await ada.goto(`/space/${home.space}`);
  await expect(ada.getByText(quiet)).toBeVisible();
  await sam.goto(`/space/${home.space}/goals`);
  await expect(sam.getByText("Only you").first()).toBeVisible();
  await ada.getByRole("navigation").getByRole("link", { name: "Goals" }).click();
  await expect(sam.getByText("You and Ada").first()).toBeVisible();
  await ada.getByRole("navigation").getByRole("link", { name: "Today" }).click();
  await expect(sam.getByText("Only you").first()).toBeVisible();
});

test("S19 one alone has a first page too, with the way to invite their partner", async ({
  open,
  server,
}) => {
  const dora = await signUp(server.origin, "Dora");
  const { id } = await dora.ask(CreatedSpace, "POST", "/api/spaces", {});
  const { page } = await open(dora);
  await page.goto(`/space/${id}`);
  await expect(page.getByRole("heading", { level: 1, name: "Dora" })).toBeVisible();
  await expect(page.getByText(quiet)).toBeVisible();
  await expect(page.getByRole("link", { name: "Invite your partner" })).toBeVisible();
  await nothingFound(page, [`/space/${id}`]);
});

test("axe finds nothing on a first page with something of everything on it", async ({
  home,
  server,
}) => {
  test.setTimeout(120_000);
  const id = await writeAgreement(server.origin, home, "Evenings", ["We eat together."]);
  const ada = agreementPage(home.adas.page, home.space, id);
  await ada.open();
  await ada.page.getByRole("button", { name: /^I agree to this/ }).click();
  await expect(ada.page.getByText(/^You agreed on/)).toBeVisible();
  const at = `/api/spaces/${home.space}/declarations`;
  await home.sam.request("POST", at, promise("I cook", dayFrom(0)));
  await writeAs(server.origin, home.ada, `${home.space}/goals`, (doc) => {
    const goal = newEntryId();
    addGoal(doc, { id: goal, owner: "ours" });
    addStep(doc, goal, { id: newEntryId(), action: "boots on", nextDate: dayFrom(2) });
  });
  const { page: sam } = home.sams;
  await sam.goto(`/space/${home.space}`);
  await expect(sam.getByRole("main").getByRole("list")).toHaveCount(4);
  await nothingFound(sam, [`/space/${home.space}`]);
});
