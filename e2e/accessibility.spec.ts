import { CreatedGrant } from "@concord/domain/observers/schema";
import { Invitation, CreatedSpace } from "@concord/domain/spaces/schema";

import { nothingFound } from "./support/axe.ts";
import { signUp } from "./support/person.ts";
import { test } from "./support/test.ts";
import { writeAgreement, writeGoal, writeNeeds } from "./support/written.ts";

test.describe.configure({ timeout: 240_000 });

test("axe finds nothing on the pages before signing in", async ({ open, server }) => {
  const { page } = await open(null);
  const ada = await signUp(server.origin, "Ada");
  const { id } = await ada.ask(CreatedSpace, "POST", "/api/spaces", {});
  const { code } = await ada.ask(Invitation, "POST", `/api/spaces/${id}/invitations`, {});
  await nothingFound(page, ["/", "/operator", "/sign-up", "/sign-in", `/join/${code}`, "/nowhere"]);
});

test("axe finds nothing on the pages of a space that is still empty", async ({ home }) => {
  const at = `/space/${home.space}`;
  const lists = ["needs", "goals", "agreements", "people"].map((name) => `${at}/${name}`);
  await nothingFound(home.adas.page, ["/", at, ...lists]);
});

test("axe finds nothing on the pages of a space that is lived in", async ({ home, server }) => {
  const at = `/space/${home.space}`;
  await writeNeeds(server.origin, home, ["Time to myself", "To be asked first"]);
  await writeGoal(server.origin, home);
  const id = await writeAgreement(server.origin, home, "Evenings", [
    "We eat together.",
    "No phones.",
  ]);
  await nothingFound(home.adas.page, [
    `${at}/needs`,
    `${at}/goals`,
    `${at}/agreements`,
    `${at}/agreements/${id}`,
  ]);
});

test("axe finds nothing on the pages of somebody who looks on", async ({ home, admit, server }) => {
  await writeNeeds(server.origin, home, ["Time to myself"]);
  const { page } = await admit(["needs"]);
  const until = Date.now() + 3_600_000;
  const grants = `/api/spaces/${home.space}/grants`;
  const { code } = await home.ada.ask(CreatedGrant, "POST", grants, { rooms: ["goals"], until });
  const at = `/space/${home.space}`;
  await nothingFound(page, ["/desk", `/observe/${code}`, at, `${at}/needs`]);
  await nothingFound(home.adas.page, [`${at}/people`]);
});
