import { CreatedSpace } from "@concord/domain/spaces/schema";
import type { Page } from "@playwright/test";

import { nothingFound } from "./support/axe.ts";
import { needsPage } from "./support/pages.ts";
import { signUp } from "./support/person.ts";
import { expect, test } from "./support/test.ts";
import { writeNeeds, writeNeedsOf } from "./support/written.ts";

/** Presses Tab until the focus is on something of that name. */
const keyboardOf =
  (page: Page) =>
  async (name: RegExp): Promise<void> => {
    const focus = page.locator(":focus");
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press("Tab");
      if (name.test((await focus.getAttribute("aria-label")) ?? (await focus.innerText()))) return;
    }
    throw new Error(`Tab never reaches ${name}.`);
  };

test("two people write into one need at once, and end with the same words", async ({ home }) => {
  const ada = needsPage(home.adas.page, home.space);
  const sam = needsPage(home.sams.page, home.space);
  await ada.open();
  await sam.open();
  await ada.add("Add a need");
  await ada.text(1).fill("A morning");
  await expect(sam.text(1)).toHaveValue("A morning");

  await sam.text(1).press("Home");
  await ada.text(1).press("End");
  await Promise.all([
    ada.text(1).pressSequentially(" to myself", { delay: 5 }),
    sam.text(1).pressSequentially("Please: ", { delay: 5 }),
  ]);
  for (const { text, status } of [ada, sam]) {
    await expect(text(1)).toHaveValue("Please: A morning to myself");
    await expect(status).toHaveText("Saved");
  }
});

test("a need is moved up and down, marked as met, removed, and brought back", async ({
  home,
  server,
}) => {
  await writeNeeds(server.origin, home, ["Rest", "Music", "Friends"]);
  const ada = needsPage(home.adas.page, home.space);
  const sam = needsPage(home.sams.page, home.space);
  await ada.open();
  await sam.open();

  await ada.choose("“Friends”", "Move up");
  await expect.poll(sam.words).toEqual(["Rest", "Friends", "Music"]);
  await ada.choose("“Rest”", "Move down");
  await expect.poll(sam.words).toEqual(["Friends", "Rest", "Music"]);

  await ada.met("Rest").click();
  await expect(sam.met("Rest")).toHaveAttribute("aria-pressed", "true");

  await ada.choose("“Rest”", "Remove");
  await expect.poll(sam.words).toEqual(["Friends", "Music"]);
  await ada.undo();
  await expect.poll(sam.words).toEqual(["Friends", "Rest", "Music"]);
  await expect(sam.met("Rest")).toHaveAttribute("aria-pressed", "true");
});

test("a need is dragged to another place, and both see it there", async ({ home, server }) => {
  await writeNeeds(server.origin, home, ["Rest", "Music", "Friends"]);
  const ada = needsPage(home.adas.page, home.space);
  const sam = needsPage(home.sams.page, home.space);
  await ada.open();
  await sam.open();
  await expect.poll(ada.words).toEqual(["Rest", "Music", "Friends"]);
  // All in sight: near an edge the page would scroll along.
  await ada.page.setViewportSize({ width: 1280, height: 1400 });
  await ada.drag(3, 1);
  for (const { words } of [ada, sam])
    await expect.poll(words).toEqual(["Friends", "Rest", "Music"]);
});

test("undo takes back one's own words only", async ({ home, server }) => {
  await writeNeeds(server.origin, home, ["Quiet"]);
  const ada = needsPage(home.adas.page, home.space);
  const sam = needsPage(home.sams.page, home.space);
  await ada.open();
  await sam.open();
  await ada.text(1).press("End");
  await ada.text(1).pressSequentially(" evenings");
  await expect(sam.text(1)).toHaveValue("Quiet evenings");
  await sam.text(1).press("End");
  await sam.text(1).pressSequentially(", often");
  await expect(ada.text(1)).toHaveValue("Quiet evenings, often");
  await ada.text(1).press("ControlOrMeta+z");
  await expect(sam.text(1)).toHaveValue("Quiet, often");
});

test("needs can be written, moved and removed by keyboard alone", async ({ home, server }) => {
  await writeNeeds(server.origin, home, ["Rest", "Music"]);
  const ada = needsPage(home.adas.page, home.space);
  await ada.open();
  const { keyboard } = ada.page;
  const focus = ada.page.locator(":focus");
  const tabTo = keyboardOf(ada.page);
  await expect(ada.texts).toHaveCount(2);
  await keyboard.press("Tab");
  await expect(focus).toHaveText("Skip to the page");
  await keyboard.press("Enter");

  await tabTo(/^More for “Rest”/);
  await keyboard.press("Enter");
  await keyboard.press("ArrowDown");
  await keyboard.press("Enter");
  await expect.poll(ada.words).toEqual(["Music", "Rest"]);
  await expect(focus).toHaveAttribute("aria-label", /^More for “Rest”/);

  await keyboard.press("Enter");
  await keyboard.press("End");
  await keyboard.press("Enter");
  await expect.poll(ada.words).toEqual(["Music"]);
  await keyboard.press("ControlOrMeta+z");
  await expect.poll(ada.words).toEqual(["Music", "Rest"]);
});

test("a need is partly met, or not for now, and both see how it stands", async ({
  home,
  server,
}) => {
  await writeNeeds(server.origin, home, ["Rest", "A garden"]);
  const ada = needsPage(home.adas.page, home.space);
  const sam = needsPage(home.sams.page, home.space);
  await ada.open();
  await sam.open();
  await ada.stands("Rest").selectOption("partly");
  await ada.stands("A garden").selectOption("not-now");
  await expect(sam.stands("Rest")).toHaveValue("partly");
  await expect(sam.stands("A garden")).toHaveValue("not-now");
  await expect(sam.met("Rest")).toHaveAttribute("aria-pressed", "false");
  await sam.met("Rest").click();
  await expect(ada.stands("Rest")).toHaveValue("met");
});

const quiet = { kind: "boundary", text: "Nobody reads my letters" } as const;

test("S4 a boundary is affirmed by its owner alone; whoever edits it then, both see at once that it isn't theirs", async ({
  home,
  server,
}) => {
  await writeNeedsOf(server.origin, home, { of: home.ada, ...quiet });
  const ada = needsPage(home.adas.page, home.space);
  const sam = needsPage(home.sams.page, home.space);
  await ada.open();
  await sam.open();
  await ada
    .card(1)
    .getByRole("button", { name: /^This is what I mean/ })
    .click();
  await expect(ada.says(1, /^You said on .* that this is what you mean/)).toBeVisible();
  await expect(sam.says(1, /^Ada said on .*: this is what I mean/)).toBeVisible();
  await expect(sam.card(1).getByRole("button", { name: /^This is/ })).toHaveCount(0);
  await expect(sam.card(1).getByRole("button", { name: /^Take back my word/ })).toHaveCount(0);

  await sam.text(1).press("End");
  await sam.text(1).pressSequentially(" but Sam");
  const cards = [
    [ada.card(1), "Changed since you stood by it: these aren’t your own words any more"],
    [sam.card(1), "Changed since Ada stood by it: these aren’t Ada’s own words any more"],
  ] as const;
  for (const [card, words] of cards) {
    await expect(card.getByText(words)).toBeVisible();
    // What she stood by stays in sight, unfolded.
    await expect(
      card.getByText("boundary: Nobody reads my letters", { exact: true }),
    ).toBeVisible();
  }
  await sam.undo();
  await expect(ada.says(1, /^You said on /)).toBeVisible();
});

test("S4 a boundary doesn't change hands or kind unseen, and isn't lost where it is taken out", async ({
  home,
  server,
}) => {
  await writeNeedsOf(server.origin, home, { of: home.ada, ...quiet });
  const ada = needsPage(home.adas.page, home.space);
  const sam = needsPage(home.sams.page, home.space);
  await ada.open();
  await sam.open();
  await ada
    .card(1)
    .getByRole("button", { name: /^This is what I mean/ })
    .click();
  await expect(sam.says(1, /^Ada said on /)).toBeVisible();

  const kind = sam.card(1).getByRole("combobox", { name: /^Kind of/ });
  await kind.selectOption("desire");
  await expect(ada.says(1, /^Changed since you stood by it/)).toBeVisible();
  await kind.selectOption("boundary");
  await expect(ada.says(1, /^Changed since you stood by it/)).toBeHidden();

  await sam
    .card(1)
    .getByRole("combobox", { name: /^Whose is/ })
    .selectOption({ label: "Sam" });
  const moved = "The words are the same, but whose they are has been changed.";
  for (const { card } of [ada, sam]) await expect(card(1).getByText(moved)).toBeVisible();

  await sam.choose("“Nobody reads my letters”", "Remove");
  const notice = ada.page.getByText("A boundary of yours isn’t in the list any more");
  await expect(notice).toBeVisible();
  await ada.page.getByRole("button", { name: /^Put “Nobody.* back into the list/ }).click();
  await expect(notice).toBeHidden();
  await expect.poll(sam.words).toEqual(["Nobody reads my letters"]);
  await expect(sam.says(1, /^Ada said on /)).toBeVisible();
});

test("S5 what both need is stood by by both, and either takes it back alone", async ({
  home,
  server,
}) => {
  await writeNeeds(server.origin, home, ["Time together"]);
  const ada = needsPage(home.adas.page, home.space);
  const sam = needsPage(home.sams.page, home.space);
  await ada.open();
  await sam.open();
  await ada
    .card(1)
    .getByRole("button", { name: /^This is true for me/ })
    .click();
  await expect(sam.says(1, /^Ada said on .* that this is true for them/)).toBeVisible();
  await sam
    .card(1)
    .getByRole("button", { name: /^True for me too/ })
    .click();
  for (const { says } of [ada, sam])
    await expect(says(1, /^True for both of you since /)).toBeVisible();
  // S5: taken back alone, at once.
  await ada
    .card(1)
    .getByRole("button", { name: /^Take back my word/ })
    .click();
  await expect(sam.says(1, /^True for both/)).toBeHidden();
});

test("S4 backing is offered and taken back by who offers it, live to the other", async ({
  home,
  server,
}) => {
  await writeNeedsOf(server.origin, home, { of: home.ada, kind: "need", text: "An hour of quiet" });
  const ada = needsPage(home.adas.page, home.space);
  const sam = needsPage(home.sams.page, home.space);
  await ada.open();
  await sam.open();
  await expect(ada.card(1).getByRole("button", { name: /^This is what I mean/ })).toBeVisible();
  await expect(ada.card(1).getByRole("button", { name: /^Offer/ })).toHaveCount(0);

  await sam.card(1).getByRole("button", { name: "Offer something for “An hour of quiet”" }).click();
  const field = sam.card(1).getByRole("textbox", { name: "What you could do" });
  await field.fill("I could take the kids out");
  // Nothing of it is the other's before it is offered.
  await expect(ada.card(1).getByText("I could take the kids out")).toHaveCount(0);
  await sam.card(1).getByRole("button", { name: "Offer this" }).click();
  await expect(
    ada
      .card(1)
      .getByText(/^Sam offered on .*:$/)
      .first(),
  ).toBeVisible();
  await expect(ada.card(1).getByText("I could take the kids out")).toBeVisible();
  await expect(ada.card(1).getByRole("button", { name: /offered/ })).toHaveCount(0);

  await sam
    .card(1)
    .getByRole("button", { name: /^Put what you offered/ })
    .click();
  await field.fill("I could take them to the park");
  await sam.card(1).getByRole("button", { name: "Offer this" }).click();
  await expect(ada.card(1).getByText("I could take them to the park")).toBeVisible();
  await expect(ada.card(1).getByText("I could take the kids out")).toHaveCount(0);

  await sam
    .card(1)
    .getByRole("button", { name: /^Take back what you offered/ })
    .click();
  await expect(ada.card(1).getByText("I could take them to the park")).toHaveCount(0);
});

test("a need is affirmed, backed, put off and picked out by keyboard alone", async ({
  home,
  server,
}) => {
  await writeNeedsOf(
    server.origin,
    home,
    { of: home.ada, kind: "need", text: "Music" },
    { of: home.sam, kind: "desire", text: "A trip" },
  );
  const ada = needsPage(home.adas.page, home.space);
  const sam = needsPage(home.sams.page, home.space);
  await ada.open();
  await sam.open();
  const { keyboard } = ada.page;
  const focus = ada.page.locator(":focus");
  await expect(ada.card(1).getByRole("button", { name: /^This is what I mean/ })).toBeVisible();
  const tabTo = keyboardOf(ada.page);

  await tabTo(/^Which kind$/);
  await keyboard.press("D");
  await expect(ada.page.locator("[aria-live=polite]")).toHaveText(/^1 shown$/);
  await expect.poll(ada.words).toEqual(["A trip"]);
  await tabTo(/^Show all$/);
  await keyboard.press("Enter");
  await expect(focus).toHaveAttribute("aria-label", "Whose");
  await expect.poll(ada.words).toEqual(["Music", "A trip"]);

  await tabTo(/^How “Music” stands/);
  await keyboard.press("N");
  await expect(sam.stands("Music")).toHaveValue("not-now");
  await expect(ada.status).toHaveText("Saved");
  await tabTo(/^This is what I mean/);
  await keyboard.press("Enter");
  await expect(sam.says(1, /^Ada said on /)).toBeVisible();
  await expect(focus).toHaveAttribute("aria-label", /^Take back my word/);

  await tabTo(/^Offer something for “A trip”/);
  await keyboard.press("Enter");
  await keyboard.type("I could look for trains");
  await tabTo(/^Offer this/);
  await keyboard.press("Enter");
  await expect(sam.card(2).getByText("I could look for trains")).toBeVisible();
  await expect(focus).toHaveAttribute("aria-label", /^Put what you offered/);
  await tabTo(/^Take back what you offered/);
  await keyboard.press("Enter");
  await expect(sam.card(2).getByText("I could look for trains")).toHaveCount(0);
  await expect(focus).toHaveAttribute("aria-label", /^Offer something for/);
});

test("what is picked out and grouped is one's own view: the other's stays, and so does the order", async ({
  home,
  server,
}) => {
  await writeNeedsOf(
    server.origin,
    home,
    { of: home.ada, kind: "need", text: "Rest" },
    { of: home.sam, kind: "boundary", text: "Letters" },
    { of: home.ada, kind: "boundary", text: "My desk" },
  );
  const ada = needsPage(home.adas.page, home.space);
  const sam = needsPage(home.sams.page, home.space);
  await ada.open();
  await sam.open();
  await expect(ada.page.locator("[class*=grip]")).toHaveCount(3);

  await ada.show("In groups").selectOption("whose");
  await expect(ada.headings).toHaveText(["Ada’s", "Sam’s"]);
  await expect.poll(ada.words).toEqual(["Rest", "My desk", "Letters"]);
  await expect(ada.page.locator("[class*=grip]")).toHaveCount(0);
  await ada.page.getByRole("button", { name: "More for “My desk”" }).click();
  for (const name of ["Move up", "Move down"])
    await expect(ada.page.getByRole("menuitem", { name })).toHaveAttribute("aria-disabled", "true");
  await ada.page.keyboard.press("Escape");

  await ada.show("Which kind").selectOption("boundary");
  await expect.poll(ada.words).toEqual(["My desk", "Letters"]);
  // It stays when it is opened anew, and nothing of it has reached the other.
  await ada.page.reload();
  await expect.poll(ada.words).toEqual(["My desk", "Letters"]);
  expect(await sam.words()).toEqual(["Rest", "Letters", "My desk"]);
  await expect(sam.headings).toHaveCount(0);

  // What is in sight doesn't vanish under one's hands, and what is added is shown.
  await ada
    .card(1)
    .getByRole("combobox", { name: /^Kind of/ })
    .selectOption("desire");
  await expect.poll(ada.words).toEqual(["My desk", "Letters"]);
  await ada.add("Add a need");
  await expect.poll(ada.words).toContain("");
  await ada.page.getByRole("button", { name: "Show all" }).click();
  await ada.show("In groups").selectOption("none");
  await expect.poll(ada.words).toEqual(["Rest", "Letters", "My desk", ""]);
  await expect(ada.page).toHaveURL(/needs$/);
});

test("the needs print as a document: whose, which kind, the words, and who stands by them", async ({
  home,
  server,
}) => {
  await writeNeedsOf(
    server.origin,
    home,
    { of: home.ada, ...quiet, help: "Knock" },
    { of: home.ada, kind: "need", text: "Rest" },
  );
  const { page, ...ada } = needsPage(home.adas.page, home.space);
  await ada.open();
  await ada
    .card(1)
    .getByRole("button", { name: /^This is what I mean/ })
    .click();
  await expect(ada.says(1, /^You said on /)).toBeVisible();
  await ada.show("Which kind").selectOption("boundary");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText(/^Ada and Sam, \d+ \w+ \d{4}$/)).toBeVisible();
  await expect(page.getByText("Of the list only: Boundaries")).toBeVisible();
  await expect(ada.text(1)).toHaveValue(quiet.text);
  await expect(ada.card(1).getByRole("textbox", { name: "What would help" })).toHaveValue("Knock");
  await expect(ada.says(1, /^Ada said on .*: this is what I mean\.$/)).toBeVisible();
  await expect(page.getByText(/^You said on /)).toBeHidden();
  for (const name of [/^Take back/, /^More for/, /^Mark/, "Add a need", "Print"])
    await expect(page.getByRole("button", { name }).first()).toBeHidden();
  await expect(page.getByRole("navigation").first()).toBeHidden();
});

test("S14 who looks on reads the needs and how they stand, and nothing of what anybody declared", async ({
  home,
  admit,
  server,
}) => {
  await writeNeedsOf(server.origin, home, { of: home.ada, kind: "need", text: "Rest" });
  const ada = needsPage(home.adas.page, home.space);
  const sam = needsPage(home.sams.page, home.space);
  await ada.open();
  await ada
    .card(1)
    .getByRole("button", { name: /^This is what I mean/ })
    .click();
  await ada.stands("Rest").selectOption("partly");
  await sam.open();
  await sam
    .card(1)
    .getByRole("button", { name: /^Offer something/ })
    .click();
  await sam.card(1).getByRole("textbox", { name: "What you could do" }).fill("I could cook");
  await sam.card(1).getByRole("button", { name: "Offer this" }).click();
  await expect(ada.card(1).getByText("I could cook")).toBeVisible();

  const robin = await admit(["needs"]);
  await robin.page.goto(`/space/${home.space}/needs`);
  await expect(robin.page.getByText("Rest")).toBeVisible();
  await expect(robin.page.getByText("Partly met")).toBeVisible();
  await expect(robin.page.getByText(/I could cook|this is what I mean|offered/)).toHaveCount(0);
  await expect(robin.page.getByRole("button", { name: /Offer|This is|Take back/ })).toHaveCount(0);
});

test("S19 one partner alone writes, affirms, picks out and lets rest what they need", async ({
  open,
  server,
}) => {
  const person = await signUp(server.origin, "Ada");
  const { id } = await person.ask(CreatedSpace, "POST", "/api/spaces", {});
  const ada = needsPage((await open(person)).page, id);
  await ada.open();
  await ada.add("Add a need");
  await ada.text(1).fill("An evening of my own");
  await expect(ada.status).toHaveText("Saved");
  await ada
    .card(1)
    .getByRole("button", { name: /^This is what I mean/ })
    .click();
  await expect(ada.says(1, /^You said on /)).toBeVisible();
  await ada.add("Add a need");
  await ada.text(2).fill("Snow");
  await ada.stands("Snow").selectOption("not-now");
  await ada.show("How they stand").selectOption("open");
  await expect.poll(ada.words).toEqual(["An evening of my own"]);
  // Nothing counts what isn't met.
  await expect(ada.page.getByText(/\d+ (needs?|open|unmet|left)/i)).toHaveCount(0);
});

test("axe finds nothing on needs that are affirmed, changed, backed, resting and grouped", async ({
  home,
  server,
}) => {
  test.setTimeout(180_000);
  await writeNeedsOf(
    server.origin,
    home,
    { of: home.ada, ...quiet },
    { of: home.sam, kind: "need", text: "Rest" },
    { of: "ours", kind: "desire", text: "A garden" },
    { of: "ours", kind: "need", text: "Music" },
  );
  const ada = needsPage(home.adas.page, home.space);
  const sam = needsPage(home.sams.page, home.space);
  await ada.open();
  await sam.open();
  await ada
    .card(1)
    .getByRole("button", { name: /^This is what I mean/ })
    .click();
  await expect(sam.says(1, /^Ada said on /)).toBeVisible();
  await sam.text(1).press("End");
  await sam.text(1).pressSequentially(" ever");
  await expect(ada.says(1, /^Changed since you stood by it/)).toBeVisible();
  await ada
    .card(2)
    .getByRole("button", { name: /^Offer something/ })
    .click();
  await ada.card(2).getByRole("textbox", { name: "What you could do" }).fill("I could cook");
  await ada.card(2).getByRole("button", { name: "Offer this" }).click();
  await ada.stands("A garden").selectOption("not-now");
  await ada.met("Music").click();
  await ada.stands("Rest").selectOption("partly");
  await expect(ada.status).toHaveText("Saved");
  const at = `/space/${home.space}/needs`;
  await nothingFound(ada.page, [at, `${at}?by=status`, `${at}?kind=concern`]);
  await nothingFound(sam.page, [at]);
});
