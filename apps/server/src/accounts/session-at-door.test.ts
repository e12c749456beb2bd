import { expect, it } from "vitest";

import { makeTestClock } from "../testing/clock.ts";
import { signIn, signUp, startWorkspace } from "../testing/workspace.ts";
import { readSession } from "./session.ts";

const day = 24 * 60 * 60 * 1000;

async function atTheDoor() {
  const clock = makeTestClock();
  const server = await startWorkspace({ clock });
  const maya = await signUp(server, "Maya");
  return { clock, server, maya, door: server.services.sessionAtDoor };
}

it("knows whom better-auth knows, and the session by the same id and end", async () => {
  const { server, maya, door } = await atTheDoor();
  const headers = new Headers({ cookie: maya.cookie });
  const theirs = await readSession(server.services.auth, headers);
  expect(theirs).not.toBeNull();
  expect(await door(maya.cookie)).toEqual(theirs?.signedIn);
  expect(await door(`theme=dark; ${maya.cookie}; other="x y"`)).toEqual(theirs?.signedIn);
});

it("knows nobody by a cookie that was not signed here, in whichever part it is forged", async () => {
  const { maya, door } = await atTheDoor();
  const [name = "", value = ""] = maya.cookie.split("=");
  const token = decodeURIComponent(value);
  const forged = [
    "",
    token.split(".")[0] ?? "",
    `x${token}`,
    `${token.slice(0, -2)}A=`,
    `${token}=`,
    `.${token.split(".")[1]}`,
    "%",
  ];
  for (const cookie of forged) expect(await door(`${name}=${cookie}`)).toBeNull();
  expect(await door(`other=${value}`)).toBeNull();
  expect(await door("")).toBeNull();
});

it("knows nobody by a session that was signed out of or has run out", async () => {
  const { clock, server, maya, door } = await atTheDoor();
  const elsewhere = await signIn(server, "Maya");
  await maya.post("/api/auth/sign-out");
  expect(await door(maya.cookie)).toBeNull();
  expect(await door(elsewhere.cookie)).not.toBeNull();
  clock.advance(31 * day);
  expect(await door(elsewhere.cookie)).toBeNull();
});
