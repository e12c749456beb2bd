import { needsPage } from "./support/pages.ts";
import { expect, test } from "./support/test.ts";
import { writeNeeds } from "./support/written.ts";

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
  const tabTo = async (name: RegExp) => {
    for (let step = 0; step < 60; step += 1) {
      await keyboard.press("Tab");
      if (name.test((await focus.getAttribute("aria-label")) ?? (await focus.innerText()))) return;
    }
    throw new Error(`Tab never reaches ${name}.`);
  };
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
