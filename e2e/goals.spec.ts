import { CreatedSpace } from "@concord/domain/spaces/schema";

import { nothingFound } from "./support/axe.ts";
import { goalsPage } from "./support/pages.ts";
import { signUp } from "./support/person.ts";
import { expect, test } from "./support/test.ts";
import { writeGoal, writeOwnGoal } from "./support/written.ts";

/** Whatever somebody could press, write in or choose from. */
const controls = "button, a, input, select, textarea, [contenteditable], [tabindex], summary";

test("mechanic 5: a goal is written by both, with an if-then step, a next time and how far it is", async ({
  home,
  server,
}) => {
  const ada = goalsPage(home.adas.page, home.space);
  const sam = goalsPage(home.sams.page, home.space);
  for (const { open } of [ada, sam]) await open();

  await ada.ours.add();
  await ada.ours.title(1).fill("A walk every week");
  await expect(sam.ours.title(1)).toHaveValue("A walk every week");

  const field = (name: string) => sam.ours.region.getByRole("textbox", { name });
  await field("Why it matters").fill("We talk best side by side");
  await sam.ours.region.getByRole("button", { name: "Add a first step" }).click();
  await field("Step 1, when").fill("it is Sunday");
  await field("Step 1, what happens then").fill("we put our boots on");
  await field("Step 1, if something gets in the way").fill("umbrella");
  await sam.page.getByLabel(/^Step 1, next/).fill("2027-01-10");
  await expect(ada.page.getByLabel(/^Step 1, next/)).toHaveValue("2027-01-10");

  await ada.ours.stage("Under way").check({ force: true });
  await expect(sam.ours.stage("Under way")).toBeChecked();
  for (const { status } of [ada, sam]) await expect(status).toHaveText("Saved");

  await server.stop();
  await server.start();
  await sam.page.reload();
  await expect(sam.ours.title(1)).toHaveValue("A walk every week");
  await expect(field("Step 1, what happens then")).toHaveValue("we put our boots on");
  await expect(sam.ours.stage("Under way")).toBeChecked();
});

test("S4 mechanic 6: a goal of Ada's own is read live by Sam, with the backing she chose, and he has nothing to press", async ({
  home,
}) => {
  const ada = goalsPage(home.adas.page, home.space);
  const sam = goalsPage(home.sams.page, home.space);
  for (const { open } of [ada, sam]) await open();
  const hers = sam.theirs("Ada").region;
  await expect(hers).toContainText("Ada hasn’t written down a goal of their own.");

  await ada.mine.add();
  await ada.mine.title(1).fill("Sing in the choir");
  await expect(hers).toContainText("Sing in the choir");
  await expect(hers).toContainText("Ada would like a listening ear");
  const wish = ada.page.getByRole("combobox", { name: /^What I’d like from Sam for “Sing/ });
  await wish.selectOption("to be left to it");
  await expect(hers).toContainText("Ada would like to be left to it");

  await ada.mine.region.getByRole("button", { name: "Add a first step" }).click();
  await ada.page.getByRole("textbox", { name: "Step 1, when" }).fill("it is Wednesday");
  await ada.page.getByRole("textbox", { name: "Step 1, what happens then" }).fill("I go");
  await expect(hers.getByRole("listitem").last()).toContainText(
    /When\s*it is Wednesday\s*then\s*I go/,
  );
  await ada.mine.stage("Begun").check({ force: true });
  await expect(hers).toContainText("How far it is: begun");

  await expect(hers.locator(controls)).toHaveCount(0);
  await expect(sam.theirs("Ada").title(1)).toHaveCount(0);
  // It is told once, politely, and as hers.
  await expect(sam.page.locator("[aria-live=polite]")).toContainText(
    /Ada (added|changed) a goal of/,
  );
  await expect(ada.status).toHaveText("Saved");
  await sam.page.reload();
  await expect(hers).toContainText("Sing in the choir");
});

test("a shared goal that both stand by is in force, until its words change", async ({
  home,
  server,
}) => {
  await writeGoal(server.origin, home);
  const ada = goalsPage(home.adas.page, home.space);
  const sam = goalsPage(home.sams.page, home.space);
  for (const { open } of [ada, sam]) await open();
  await ada.page.getByRole("button", { name: /^I agree to this/ }).click();
  await sam.page.getByRole("button", { name: /^I agree too/ }).click();
  for (const { ours } of [ada, sam]) await expect(ours.region).toContainText(/In force since/);

  // How far it is is no part of what was agreed; its words are.
  await sam.ours.stage("Begun").check({ force: true });
  await expect(ada.ours.stage("Begun")).toBeChecked();
  await expect(ada.ours.region).toContainText(/In force since/);
  await sam.ours.title(1).press("End");
  await sam.ours.title(1).pressSequentially(", or two");
  await expect(ada.ours.region).toContainText(/Changed since .* agreed/);
});

test("what is reached is a quiet moment that both see, with room for what helped and no score", async ({
  home,
  server,
}) => {
  await writeGoal(server.origin, home);
  await writeOwnGoal(server.origin, home, home.ada, { title: "Sing" });
  const ada = goalsPage(home.adas.page, home.space);
  const sam = goalsPage(home.sams.page, home.space);
  await home.sams.page.emulateMedia({ reducedMotion: "reduce" });
  for (const { open } of [ada, sam]) await open();

  await sam.ours.stage("Reached").check({ force: true });
  for (const { ours } of [ada, sam])
    await expect(ours.region).toContainText("You got there, together.");
  await expect(sam.page.locator("[class*=fresh] [class*=figure]").first()).toHaveCSS(
    "animation-name",
    "none",
  );
  const helped = (page: typeof ada) =>
    page.ours.region.getByRole("textbox", { name: "What helped" });
  await ada.page.bringToFront();
  await helped(ada).fill("Boots by the door");
  await expect(helped(sam)).toHaveValue("Boots by the door");
  await helped(sam).press("End");
  await helped(sam).pressSequentially(", and you");
  await expect(helped(ada)).toHaveValue("Boots by the door, and you");

  await ada.mine.stage("Reached").check({ force: true });
  await expect(ada.mine.region).toContainText("You got there.");
  const hers = sam.theirs("Ada").region;
  await expect(hers).toContainText("Ada got there.");
  await expect(hers.locator(controls)).toHaveCount(0);
  for (const { page } of [ada, sam])
    await expect(page.getByRole("main")).not.toContainText(/\bpoints?\b|\d+ ?%|\d+ (of|reached)/);
});

test("what is mine is made ours, and what is ours mine, by its words alone, and either is taken back", async ({
  home,
  server,
}) => {
  await writeOwnGoal(server.origin, home, home.ada, { title: "Sing" });
  const ada = goalsPage(home.adas.page, home.space);
  const sam = goalsPage(home.sams.page, home.space);
  for (const { open } of [ada, sam]) await open();
  const hers = sam.theirs("Ada").region;
  await expect(hers).toContainText("Sing");

  await ada.hand("Sing", "Make it ours");
  await expect(ada.ours.title(1)).toBeFocused();
  await expect(sam.ours.title(1)).toHaveValue("Sing");
  await expect(hers).not.toContainText("Sing");
  await sam.ours.title(1).press("End");
  await sam.ours.title(1).pressSequentially(" together");

  await ada.hand("Sing together", "Make it mine alone");
  await expect(hers).toContainText("Sing together");
  await expect(sam.ours.goals).toHaveCount(0);
  await ada.page.getByRole("button", { name: "Undo", exact: true }).last().click();
  await expect(sam.ours.title(1)).toHaveValue("Sing together");
  await expect(hers).not.toContainText("Sing together");
});

test("goals of one's own are written, backed and handed over by keyboard alone", async ({
  home,
}) => {
  const ada = goalsPage(home.adas.page, home.space);
  const sam = goalsPage(home.sams.page, home.space);
  for (const { open } of [ada, sam]) await open();
  const { keyboard } = ada.page;
  const focus = ada.page.locator(":focus");
  const tabTo = async (name: RegExp) => {
    for (let step = 0; step < 60; step += 1) {
      await keyboard.press("Tab");
      if (name.test((await focus.getAttribute("aria-label")) ?? (await focus.innerText()))) return;
    }
    throw new Error(`Tab never reaches ${name}.`);
  };
  await expect(ada.status).toHaveText("Saved");
  await keyboard.press("Tab");
  await keyboard.press("Enter");
  await tabTo(/^Add a goal of my own/);
  await keyboard.press("Enter");
  await expect(ada.mine.title(1)).toBeFocused();
  await keyboard.type("Draw");
  await tabTo(/^What I’d like from Sam/);
  await keyboard.press("ArrowDown");
  const hers = sam.theirs("Ada").region;
  await expect(hers).toContainText("Ada would like to be asked how it goes");
  await ada.mine.title(1).focus();
  await tabTo(/^More for “Draw”/);
  await keyboard.press("Enter");
  await keyboard.press("End");
  await keyboard.press("ArrowUp");
  await keyboard.press("Enter");
  await expect(sam.ours.title(1)).toHaveValue("Draw");
  await expect(ada.ours.title(1)).toBeFocused();

  // Away from any field the keys take back what was done last, in whichever list that was.
  await tabTo(/^More for “Draw”/);
  await keyboard.press("ControlOrMeta+z");
  await expect(hers).toContainText("Draw");
  await keyboard.press("ControlOrMeta+z");
  await expect(sam.ours.goals).toHaveCount(0);
});

test("S19 who is alone in their space has goals to share one day, and their own", async ({
  open,
  server,
}) => {
  const person = await signUp(server.origin, "Ada");
  const { id } = await person.ask(CreatedSpace, "POST", "/api/spaces", {});
  const { page } = await open(person);
  const ada = goalsPage(page, id);
  await ada.open();
  await ada.mine.add();
  await ada.mine.title(1).fill("Sing");
  await page
    .getByRole("combobox", { name: /^What would help me with “Sing”/ })
    .selectOption("help");
  await ada.ours.add();
  await ada.ours.title(1).fill("A garden");
  await ada.ours.stage("Reached").check({ force: true });
  await expect(ada.ours.region).toContainText("You got there.");
  await ada.hand("Sing", "Make it ours");
  await expect(ada.ours.title(2)).toHaveValue("Sing");
  await expect(page.getByRole("region", { name: /own goals$/ })).toHaveCount(1);
  await expect(ada.status).toHaveText("Saved");
  await nothingFound(page, [`/space/${id}/goals`]);
});

test("S11 S12 an observer sees the goals that both have opened, and nobody's own beside them", async ({
  home,
  admit,
  server,
}) => {
  await writeGoal(server.origin, home);
  const owner = await writeOwnGoal(server.origin, home, home.ada, { title: "Sing" });
  await writeOwnGoal(server.origin, home, home.sam, { title: "Run" });
  const ada = goalsPage(home.adas.page, home.space);
  await ada.open();
  const robin = await admit([`own-goals/${owner}`]);
  await robin.page.goto(`/space/${home.space}`);
  await robin.page.getByRole("navigation").getByRole("link", { name: "Goals" }).click();
  const main = robin.page.getByRole("main");
  await expect(main).toContainText("Sing");
  await expect(main).not.toContainText("Run");
  await expect(main).not.toContainText("A walk every week");
  await expect(robin.page.getByRole("region").locator(controls)).toHaveCount(0);
  await expect(
    ada.page.getByRole("paragraph").filter({ hasText: "Robin is looking on" }),
  ).toBeVisible();
  await expect(ada.page.getByText("Robin can look on here")).toBeVisible();
  await nothingFound(robin.page, [`/space/${home.space}/goals`]);
});

test("S6 whose own goals a counsellor may read is named, one by one, when they are invited", async ({
  home,
}) => {
  const { page } = home.adas;
  await page.goto(`/space/${home.space}/people`);
  await page.getByRole("button", { name: "Invite a counsellor" }).click();
  await page.getByRole("checkbox", { name: "Sam’s own goals" }).check();
  await expect(page.getByRole("checkbox", { name: "Ada’s own goals" })).not.toBeChecked();
  await page.getByRole("button", { name: "Make the invitation" }).click();
  await page.getByRole("button", { name: "Done", exact: true }).click();
  const grant = page.getByRole("listitem").filter({ hasText: "Sam’s own goals" });
  await expect(grant.first()).toContainText("Waiting for Sam to agree");
});

test("axe finds nothing on the goals of two people", async ({ home, server }) => {
  test.setTimeout(240_000);
  await writeGoal(server.origin, home);
  await writeOwnGoal(server.origin, home, home.ada, { title: "Sing" });
  await writeOwnGoal(server.origin, home, home.sam, {
    title: "Run",
    progress: "reached",
    celebration: "The short loop",
  });
  const at = `/space/${home.space}/goals`;
  await home.adas.page.goto(at);
  await home.adas.page.getByRole("button", { name: /^I agree to this/ }).click();
  await expect(home.adas.page.getByText(/^You agreed on/)).toBeVisible();
  await nothingFound(home.adas.page, [at]);
  await nothingFound(home.sams.page, [at]);
});
