import { shownLink } from "./support/accounts.ts";
import { signUp } from "./support/person.ts";
import { writeRaw } from "./support/raw-socket.ts";
import { expect, test } from "./support/test.ts";
import { readAs, writeAs, writeNeeds } from "./support/written.ts";

test("S11 a counsellor is let in once both have consented, and never before", async ({
  home,
  open,
  server,
}) => {
  await writeNeeds(server.origin, home, ["Time to myself"]);
  const { page: ada } = home.adas;
  const { page: sam } = home.sams;
  const people = `/space/${home.space}/people`;

  await ada.goto(people);
  await ada.getByRole("button", { name: "Invite a counsellor" }).click();
  await ada.getByRole("checkbox", { name: "Needs" }).check();
  await ada.getByRole("button", { name: "Make the invitation" }).click();
  const link = await shownLink(ada, "Link for your counsellor");

  const { page: robin } = await open(await signUp(server.origin, "Robin"));
  await robin.goto(link);
  await robin.getByRole("button", { name: "Accept" }).click();
  await robin.goto("/desk");
  await expect(robin.getByText("Waiting for both of them to agree")).toBeVisible();

  await sam.goto(people);
  await sam.getByRole("button", { name: "I agree" }).click();
  await expect(sam.getByText("Can look on now")).toBeVisible();
  await robin.reload();
  await robin.getByRole("link", { name: /Open/ }).click();
  await robin.getByRole("navigation").getByRole("link", { name: "Needs" }).click();
  await expect(robin.getByText("Time to myself")).toBeVisible();
});

test("S12 a counsellor sees what is written, live, is seen by both, and has nothing to write with", async ({
  home,
  admit,
  server,
}) => {
  const needs = `/space/${home.space}/needs`;
  const robin = await admit(["needs"]);
  for (const { page } of [robin, home.adas, home.sams]) await page.goto(needs);
  await writeNeeds(server.origin, home, ["A quiet morning"]);
  await expect(robin.page.getByText("A quiet morning")).toBeVisible();
  await expect(robin.page.getByText("Both of them")).toBeVisible();
  for (const { page } of [home.adas, home.sams])
    await expect(page.getByText(/Robin/).first()).toBeVisible();
  await expect(robin.page.getByRole("main").getByRole("textbox")).toHaveCount(0);
  await expect(robin.page.getByRole("button", { name: /^(Add|Remove|Move)/ })).toHaveCount(0);
});

test("S12 a counsellor cannot write by a socket of their own either", async ({
  home,
  admit,
  server,
}) => {
  const room = `${home.space}/agreement/${crypto.randomUUID()}`;
  const path = room.slice(home.space.length + 1);
  await writeAs(server.origin, home.ada, room, (doc) => doc.getText("title").insert(0, "Ours"));
  const robin = await admit([path]);
  await robin.page.goto("/desk");
  await writeRaw(robin.page, room, "Robin was here. ");
  const read = await readAs(server.origin, home.sam, room);
  expect(read.getText("title").toJSON()).toBe("Ours");
  // The same frame from a partner arrives: it is the role that decides.
  await home.sams.page.goto("/");
  await writeRaw(home.sams.page, room, "Sam was here. ");
  // Shown once it is on disk, since Sam's clientID there is a new one (A6).
  const title = async () => (await readAs(server.origin, home.ada, room)).getText("title").toJSON();
  await expect.poll(title).toContain("Sam was here.");
});

test("S13 either partner alone ends it, and the counsellor is out within a second", async ({
  home,
  admit,
  server,
}) => {
  await writeNeeds(server.origin, home, ["Time to myself"]);
  const robin = await admit(["needs"]);
  await robin.page.goto(`/space/${home.space}/needs`);
  await expect(robin.page.getByText("Time to myself")).toBeVisible();

  const { page: sam } = home.sams;
  await sam.goto(`/space/${home.space}/people`);
  await sam.getByRole("button", { name: /^End now/ }).click();
  const confirm = sam.getByRole("dialog").getByRole("button", { name: /^End/ });
  await confirm.click();
  await expect(robin.page.getByText("Time to myself")).toBeHidden({ timeout: 1000 });
  const after = await writeRaw(robin.page, `${home.space}/needs`, "Still here. ");
  expect(after.closed).toBe(4403);
});
