import { needsPage } from "./support/pages.ts";
import type { Couple } from "./support/person.ts";
import type { TestServer } from "./support/server.ts";
import { expect, test } from "./support/test.ts";
import { writeNeeds } from "./support/written.ts";

const restored = /This page was restored on the server/;

/** The server loses its documents, and somebody gives it the same words again, and one more. */
async function restore(server: TestServer, home: Couple): Promise<void> {
  await server.stop();
  server.loseDocuments();
  await server.start();
  await writeNeeds(server.origin, home, ["Trust", "Time", "Rest"]);
}

test("a page that was restored on the server comes back by itself, with everything once", async ({
  home,
  admit,
  server,
}) => {
  await writeNeeds(server.origin, home, ["Trust", "Time"]);
  const ada = needsPage(home.adas.page, home.space);
  await ada.open();
  await expect(ada.status).toHaveText("Saved");
  const robin = await admit(["needs"]);
  await robin.page.goto(`/space/${home.space}/needs`);
  await expect(robin.page.getByText("Trust", { exact: true })).toBeVisible();

  await restore(server, home);
  await expect.poll(ada.words).toEqual(["Trust", "Time", "Rest"]);
  await expect(ada.status).toHaveText("Saved");
  await expect(robin.page.getByText("Rest", { exact: true })).toBeVisible();
  await expect(robin.page.getByText("Trust", { exact: true })).toHaveCount(1);
  await expect(ada.page.getByText(restored)).toHaveCount(0);

  await ada.text(2).press("End");
  await ada.text(2).pressSequentially(" together");
  await expect(ada.status).toHaveText("Saved");
  await expect(robin.page.getByText("Time together", { exact: true })).toBeVisible();
  await ada.page.reload();
  await expect.poll(ada.words).toEqual(["Trust", "Time together", "Rest"]);
});

test("what the server never got is kept on the device, to be read and let go", async ({
  home,
  server,
}) => {
  await writeNeeds(server.origin, home, ["Trust", "Time"]);
  const ada = needsPage(home.adas.page, home.space);
  const { page } = ada;
  await ada.open();
  await expect(ada.status).toHaveText("Saved");
  await home.adas.context.setOffline(true);
  await expect(ada.status).toHaveText("Offline: kept on this device");
  await ada.text(2).press("End");
  await ada.text(2).pressSequentially(" alone");

  await restore(server, home);
  await home.adas.context.setOffline(false);
  await expect(page.getByText(restored)).toBeVisible();
  await expect.poll(ada.words).toEqual(["Trust", "Time", "Rest"]);
  await expect(ada.status).toHaveText("Saved");

  await page.reload();
  await page.getByRole("button", { name: "Read what’s kept" }).click();
  const kept = page.getByRole("textbox", { name: "Your page, in words" });
  await expect(kept).toHaveValue("Trust\n\nTime alone");
  await page.getByRole("button", { name: /^I don’t need it/ }).click();
  await expect(page.getByText(restored)).toHaveCount(0);
  await page.reload();
  await expect(ada.text(2)).toHaveValue("Time");
  await expect(page.getByText(restored)).toHaveCount(0);
});
