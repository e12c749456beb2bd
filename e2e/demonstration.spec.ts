import { startDemonstration } from "./support/demonstration.ts";
import { expect, test } from "./support/test.ts";

test("the demonstration's three links sign in, and two windows write together", async ({
  browser,
}, { workerIndex }) => {
  const demonstration = await startDemonstration(25_000 + workerIndex * 20);
  const [maya, jonas, ines] = await Promise.all(
    demonstration.links.map(async (link) => {
      const page = await (await browser.newContext()).newPage();
      await page.goto(link);
      return page;
    }),
  );
  if (!maya || !jonas || !ines) throw new Error("There are not three.");
  for (const page of [maya, jonas])
    await page.getByRole("navigation").getByRole("link", { name: "Needs" }).click();
  const first = maya.getByRole("textbox", { name: "Need 1, in words" });
  await first.press("End");
  await first.pressSequentially(" Together.");
  await expect(jonas.getByRole("textbox", { name: "Need 1, in words" })).toHaveValue(
    / Together\.$/,
  );
  await expect(ines.getByRole("heading", { level: 1 })).toBeVisible();
  for (const page of [maya, jonas, ines]) await page.context().close();
  await demonstration.stop();
});
