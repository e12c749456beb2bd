import { needsPage } from "./support/pages.ts";
import { expect, test } from "./support/test.ts";
import { writeAs, writeNeeds } from "./support/written.ts";

const offline = "Offline: kept on this device";

test("what is written offline is kept, says so, and merges on return", async ({ home, server }) => {
  await writeNeeds(server.origin, home, ["Time"]);
  const ada = needsPage(home.adas.page, home.space);
  const sam = needsPage(home.sams.page, home.space);
  await ada.open();
  await sam.open();
  await expect(ada.status).toHaveText("Saved");

  await home.adas.context.setOffline(true);
  await expect(ada.status).toHaveText(offline, { timeout: 10_000 });
  await ada.text(1).press("End");
  await ada.text(1).pressSequentially(" alone");
  await sam.text(1).press("Home");
  await sam.text(1).pressSequentially("More: ");
  await expect(sam.status).toHaveText("Saved");
  await expect(ada.status).toHaveText(offline);

  await home.adas.context.setOffline(false);
  for (const { text, status } of [ada, sam]) {
    await expect(text(1)).toHaveValue("More: Time alone", { timeout: 10_000 });
    await expect(status).toHaveText("Saved");
  }
});

test("when the server dies, nothing that said “Saved” is lost, and the rest is sent again", async ({
  home,
  server,
}) => {
  await writeNeeds(server.origin, home, ["Trust"]);
  const ada = needsPage(home.adas.page, home.space);
  await ada.open();
  await ada.text(1).press("End");
  await ada.text(1).pressSequentially(", and time");
  await expect(ada.status).toHaveText("Saved");

  await server.kill();
  await expect(ada.status).toHaveText(offline);
  await ada.text(1).pressSequentially(", and rest");
  await expect(ada.status).toHaveText(offline);
  await server.start();
  await expect(ada.status).toHaveText("Saved", { timeout: 30_000 });

  const sam = needsPage(home.sams.page, home.space);
  await sam.open();
  await expect(sam.text(1)).toHaveValue("Trust, and time, and rest");
  await ada.page.reload();
  await expect(ada.text(1)).toHaveValue("Trust, and time, and rest");
});

test("a page whose words the server refuses says that they are not saved", async ({
  home,
  server,
}) => {
  await writeNeeds(server.origin, home, ["Trust"]);
  const ada = needsPage(home.adas.page, home.space);
  // What the server tells pages would lead this one to sign in, before it can say anything.
  await ada.page.route("**/api/events", (route) => route.abort());
  await ada.open();
  await expect(ada.status).toHaveText("Saved");
  const signedOut = await home.ada.request("POST", "/api/auth/sign-out", {});
  expect(signedOut.ok).toBe(true);
  await expect(ada.page.getByText(/signed out/).first()).toBeVisible();
});

test("a page that fills up says so, and how to go on, long before it takes no more", async ({
  home,
  server,
}) => {
  await writeNeeds(server.origin, home, ["Trust"]);
  const ada = needsPage(home.adas.page, home.space);
  await ada.open();
  await expect(ada.status).toHaveText("Saved");
  await expect(ada.page.getByText(/getting long/)).toHaveCount(0);
  await writeAs(server.origin, home.sam, `${home.space}/needs`, (doc) => {
    doc.getText("what no page shows").insert(0, "x".repeat(5_100_000));
  });
  await expect(ada.page.getByText(/getting long/)).toBeVisible();
  await ada.text(1).press("End");
  await ada.text(1).pressSequentially(" still");
  await expect(ada.status).toHaveText("Saved");
});
