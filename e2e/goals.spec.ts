import { expect, test } from "./support/test.ts";

test("a goal is written by both, with a step, a next time and how far it is", async ({
  home,
  server,
}) => {
  const { page: ada } = home.adas;
  const { page: sam } = home.sams;
  for (const page of [ada, sam]) await page.goto(`/space/${home.space}/goals`);

  await ada.getByRole("button", { name: "Add a goal" }).click();
  await ada.getByRole("textbox", { name: "Goal 1, in a few words" }).fill("A walk every week");
  const title = sam.getByRole("textbox", { name: "Goal 1, in a few words" });
  await expect(title).toHaveValue("A walk every week");

  await sam.getByRole("textbox", { name: "Why it matters" }).fill("We talk best side by side");
  await sam.getByRole("button", { name: "Add a first step" }).click();
  await sam.getByRole("textbox", { name: "Step 1, when" }).fill("it is Sunday");
  await sam.getByRole("textbox", { name: "Step 1, what happens then" }).fill("put our boots on");
  await sam.getByRole("textbox", { name: "Step 1, if something gets in the way" }).fill("umbrella");
  await sam.getByLabel(/^Step 1, next/).fill("2027-01-10");
  await expect(ada.getByLabel(/^Step 1, next/)).toHaveValue("2027-01-10");

  await ada.getByRole("radio", { name: "Under way" }).check({ force: true });
  await expect(sam.getByRole("radio", { name: "Under way" })).toBeChecked();
  const saved = { hasText: /^Saved$/ };
  for (const page of [ada, sam]) await expect(page.getByRole("status").filter(saved)).toBeVisible();

  await server.stop();
  await server.start();
  await sam.reload();
  await expect(title).toHaveValue("A walk every week");
  await expect(sam.getByRole("textbox", { name: "Step 1, what happens then" })).toHaveValue(
    "put our boots on",
  );
  await expect(sam.getByRole("radio", { name: "Under way" })).toBeChecked();
});
