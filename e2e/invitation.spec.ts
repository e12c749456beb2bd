import { shownLink, signUpOn } from "./support/accounts.ts";
import { signUp } from "./support/person.ts";
import { expect, test } from "./support/test.ts";

test("from nothing to two people in one space, by a link", async ({ open }) => {
  const ada = await open(null);
  await ada.page.goto("/");
  await ada.page.getByRole("link", { name: "Begin" }).click();
  await signUpOn(ada.page, "Ada");
  await ada.page.getByRole("button", { name: "Start a space" }).click();
  await ada.page.getByRole("navigation").getByRole("link", { name: "People" }).click();
  await ada.page.getByRole("button", { name: "Make an invitation" }).click();
  const link = await shownLink(ada.page, "Link to hand over");

  const sam = await open(null);
  await sam.page.goto(link);
  await expect(sam.page.getByRole("heading", { name: "Ada invites you" })).toBeVisible();
  await sam.page.getByRole("link", { name: "Make an account" }).click();
  await signUpOn(sam.page, "Sam");
  await sam.page.getByRole("button", { name: "Join" }).click();
  await expect(sam.page).toHaveURL(/\/space\/[^/]+$/);
  await expect(ada.page.getByRole("main").getByText("Sam")).toBeVisible();
});

test("a third person is refused on the page, and reads nothing", async ({ home, open, server }) => {
  const kim = await open(await signUp(server.origin, "Kim"));
  await kim.page.goto(`/join/${home.invitation}`);
  await expect(kim.page.getByText(/has already been used/)).toBeVisible();
  await kim.page.goto(`/space/${home.space}/needs`);
  await expect(kim.page.getByText(/doesn’t exist, or it isn’t open to you/)).toBeVisible();
});
