import type { Locator, Page } from "@playwright/test";

/** What every page of a shared document has. */
const documentPage = (page: Page) => ({
  page,
  /** "Saved", "Saving…", "Offline: …" or "Not saved: …". */
  status: page.getByRole("status").filter({
    hasText: /^(Saved|Saving|Offline|Not saved|Up to date)/,
  }),
  add: (name: string) => page.getByRole("button", { name, exact: true }).first().click(),
  /** Takes back the last thing that this person did here. */
  undo: () => page.getByRole("button", { name: "Undo", exact: true }).first().click(),
  /** Opens an entry's menu and chooses from it. `name` is a part of what the entry is called. */
  choose: async (name: string, item: "Move up" | "Move down" | "Remove") => {
    await page.getByRole("button", { name: `More for ${name}` }).click();
    await page.getByRole("menuitem", { name: item }).click();
  },
});

/** Drags an entry by its grip to above the middle of another; both places count from 1. */
async function drag(page: Page, list: Locator, from: number, to: number): Promise<void> {
  const entry = (place: number) => list.getByRole("listitem").nth(place - 1);
  const grip = await entry(from).locator("[class*=grip]").boundingBox();
  const target = await entry(to).boundingBox();
  if (!grip || !target) throw new Error("There is nothing to drag, or nowhere to drag it.");
  await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
  await page.mouse.down();
  await page.mouse.move(grip.x + 4, target.y + target.height / 4, { steps: 8 });
  await page.mouse.up();
}

/** The words of the fields of a list, in their order. */
const wordsOf = (fields: Locator) => (): Promise<readonly string[]> =>
  fields.evaluateAll((all) =>
    all.map((field) => (field instanceof HTMLTextAreaElement ? field.value : field.textContent)),
  );

export function needsPage(page: Page, space: string) {
  const list = page.getByRole("list", { name: "What we need" });
  const texts = list.getByRole("textbox", { name: /^Need \d+, in words$/ });
  return {
    ...documentPage(page),
    open: () => page.goto(`/space/${space}/needs`),
    texts,
    text: (place: number) => list.getByRole("textbox", { name: `Need ${place}, in words` }),
    words: wordsOf(texts),
    drag: (from: number, to: number) => drag(page, list, from, to),
    met: (words: string) => list.getByRole("button", { name: `Mark “${words}” as met` }),
    stands: (words: string) => list.getByRole("combobox", { name: `How “${words}” stands` }),
    /** The card of a need, by its place. */
    card: (place: number) => list.locator(":scope > li").nth(place - 1),
    /** Words on the card of a need, as they stand on the page and not only on paper. */
    says: (place: number, words: string | RegExp) =>
      list
        .locator(":scope > li")
        .nth(place - 1)
        .getByText(words)
        .filter({ visible: true }),
    /** What of the list is shown: this person's own choice. */
    show: (what: "Whose" | "Which kind" | "How they stand" | "In groups") =>
      page.getByRole("combobox", { name: what, exact: true }),
    headings: list.getByRole("heading", { level: 2 }),
  };
}

/** The page of the goals; each of its lists is a region of its own. */
export function goalsPage(page: Page, space: string) {
  const section = (name: string) => {
    const region = page.getByRole("region", { name, exact: true });
    return {
      region,
      title: (place: number) =>
        region.getByRole("textbox", { name: new RegExp(`oal ${place}, in a few words$`) }),
      goals: region.locator("[data-entry]").filter({ has: page.getByRole("radio") }),
      /** How far something is. */
      stage: (name: string) => region.getByRole("radio", { name, exact: true }),
      add: () => region.getByRole("button", { name: /^Add a goal/ }).click(),
    };
  };
  return {
    ...documentPage(page),
    open: () => page.goto(`/space/${space}/goals`),
    ours: section("Our goals"),
    mine: section("My own goals"),
    theirs: (who: string) => section(`${who}’s own goals`),
    /** Opens a goal's menu and chooses from it. */
    hand: async (words: string, item: "Make it ours" | "Make it mine alone") => {
      await page.getByRole("button", { name: `More for “${words}”` }).click();
      await page.getByRole("menuitem", { name: item }).click();
    },
  };
}

export function agreementPage(page: Page, space: string, id: string) {
  const list = page.getByRole("list", { name: "Clauses" });
  const clauses = list.getByRole("textbox", { name: /^Clause \d+$/ });
  return {
    ...documentPage(page),
    open: () => page.goto(`/space/${space}/agreements/${id}`),
    title: page.getByRole("textbox", { name: "Title of this agreement" }),
    clauses,
    clause: (place: number) => list.getByRole("textbox", { name: `Clause ${place}` }),
    format: (name: string) =>
      page.getByRole("toolbar", { name: "Formatting" }).getByRole("button", { name, exact: true }),
  };
}
