import { Account, type PasskeyAnswer, PasskeyOptions } from "@concord/domain/accounts/account";
import * as v from "valibot";
import { describe, expect, it } from "vitest";

import type { RunningServer } from "../server.ts";
import { Authenticator } from "../testing/authenticator.ts";
import { makeTestClock } from "../testing/clock.ts";
import {
  cookiesOf,
  type Person,
  password,
  send,
  signUp,
  startWorkspace,
} from "../testing/workspace.ts";
import { relyingPartyOf } from "./relying-party.ts";

const confirm = { password };
const options = "/api/auth/sign-in/passkey/options";
const signInPath = "/api/auth/sign-in/passkey";

async function asked(server: RunningServer): Promise<PasskeyOptions> {
  return v.parse(PasskeyOptions, (await send(server, "POST", options)).body);
}

async function addPasskey(server: RunningServer, person: Person, name = "Phone") {
  const key = new Authenticator(server.origin);
  const answer = await person.post("/api/account/passkeys/options", { confirm });
  const passkey = key.create(v.parse(PasskeyOptions, answer.body));
  const added = await person.post("/api/account/passkeys", { name, passkey });
  expect(added.status).toBe(204);
  return key;
}

const signInWith = (server: RunningServer, body: PasskeyAnswer) =>
  send(server, "POST", signInPath, { body });

const accountOf = async (person: Person) =>
  v.parse(Account, (await person.get("/api/account")).body);

async function confirmation(person: Person, key: Authenticator) {
  const { body } = await person.post("/api/account/confirm/options");
  return { passkey: key.get(v.parse(PasskeyOptions, body)) };
}

async function codesOf(person: Person): Promise<readonly string[]> {
  const { body } = await person.post("/api/account/recovery-codes", { confirm });
  return v.parse(v.object({ codes: v.array(v.string()) }), body).codes;
}

describe("a passkey", () => {
  it("signs in without a word about who it is, and asks for no second factor (S23)", async () => {
    const server = await startWorkspace();
    const maya = await signUp(server, "Maya");
    const key = await addPasskey(server, maya);
    expect(await accountOf(maya)).toMatchObject({
      passkeys: [{ name: "Phone" }],
      passkeyHost: "localhost",
    });
    const answer = await signInWith(server, key.get(await asked(server)));
    expect(answer.body).toEqual({ user: { id: maya.id, name: "Maya" } });
    const headers = { cookie: cookiesOf(answer) };
    expect((await send(server, "GET", "/api/me", { headers })).status).toBe(200);
    expect(JSON.stringify(await asked(server))).not.toContain("maya");
  });

  it("is added only by who confirms, with their password or another passkey", async () => {
    const server = await startWorkspace();
    const maya = await signUp(server, "Maya");
    const refused = { confirm: { password: "a guess" } };
    expect(await maya.post("/api/account/passkeys/options", refused)).toMatchObject({
      status: 403,
      code: "confirm-again",
    });
    const key = await addPasskey(server, maya);
    const confirmed = { confirm: await confirmation(maya, key) };
    expect((await maya.post("/api/account/passkeys/options", confirmed)).status).toBe(200);
  });

  it("answers each challenge once, in time, and for what it was asked", async () => {
    const clock = makeTestClock();
    const server = await startWorkspace({ clock });
    const maya = await signUp(server, "Maya");
    const key = await addPasskey(server, maya);
    const once = key.get(await asked(server));
    expect((await signInWith(server, once)).status).toBe(200);
    const refused = { status: 401, code: "passkey-refused" };
    expect(await signInWith(server, once)).toMatchObject(refused);
    const late = key.get(await asked(server));
    clock.advance(5 * 60_000);
    expect(await signInWith(server, late)).toMatchObject(refused);
    const elsewhere = (await confirmation(maya, key)).passkey;
    expect(await signInWith(server, elsewhere)).toMatchObject(refused);
    const ours = { confirm: { passkey: key.get(await asked(server)) } };
    expect((await maya.post("/api/account/second-factor", ours)).code).toBe("confirm-again");
  });

  it("is refused alike where it is unknown, forged, of another page, or didn't ask who is there", async () => {
    const server = await startWorkspace();
    const maya = await signUp(server, "Maya");
    const key = await addPasskey(server, maya);
    const unknown = new Authenticator(server.origin).get(await asked(server));
    const theirs = new Authenticator(server.origin).get(await asked(server));
    const own = key.get(await asked(server));
    const forged = { ...own, response: theirs.response };
    const phished = key.get(await asked(server), "https://concord.example.com");
    key.asks = false;
    const unasked = key.get(await asked(server));
    const answers = [];
    for (const answer of [unknown, forged, phished, unasked])
      answers.push(await signInWith(server, answer));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(answers.map(({ code }) => code)).toEqual(answers.map(() => "passkey-refused"));
  });

  it("is its owner's to name and to remove, and nobody else's (S3)", async () => {
    const server = await startWorkspace();
    const maya = await signUp(server, "Maya");
    const jonas = await signUp(server, "Jonas");
    const key = await addPasskey(server, maya);
    const id = (await accountOf(maya)).passkeys[0]?.id ?? "";
    const name = { name: "Laptop" };
    expect((await jonas.post(`/api/account/passkeys/${id}/name`, name)).code).toBe("no-such-entry");
    const removing = `/api/account/passkeys/${id}/remove`;
    expect((await jonas.post(removing, { confirm })).code).toBe("no-such-entry");
    expect((await maya.post(`/api/account/passkeys/${id}/name`, name)).status).toBe(204);
    expect(await accountOf(maya)).toMatchObject({ passkeys: [{ name: "Laptop" }] });
    expect((await maya.post(removing, { confirm })).status).toBe(204);
    expect((await signInWith(server, key.get(await asked(server)))).code).toBe("passkey-refused");
  });

  it("of one person never confirms for another", async () => {
    const server = await startWorkspace();
    const maya = await signUp(server, "Maya");
    const jonas = await signUp(server, "Jonas");
    const key = await addPasskey(server, maya);
    const { body } = await jonas.post("/api/account/confirm/options");
    const hers = { passkey: key.get(v.parse(PasskeyOptions, body)) };
    const changed = { confirm: hers, password: "another password" };
    expect((await jonas.post("/api/account/password", changed)).code).toBe("confirm-again");
  });
});

describe("an account of passkeys alone", () => {
  it("comes about only where a passkey and recovery codes exist, and keeps a way in (S23)", async () => {
    const server = await startWorkspace();
    const maya = await signUp(server, "Maya");
    const removing = "/api/account/password/remove";
    expect((await maya.post(removing, { confirm })).code).toBe("last-way-in");
    const key = await addPasskey(server, maya);
    expect((await maya.post(removing, { confirm })).code).toBe("last-way-in");
    await codesOf(maya);
    expect((await maya.post(removing, { confirm })).status).toBe(204);
    expect(await accountOf(maya)).toMatchObject({ hasPassword: false, recoveryCodes: 10 });
    const body = { email: maya.email, password };
    const answer = await send(server, "POST", "/api/auth/sign-in/email", { body });
    expect([answer.status, answer.code]).toEqual([401, "wrong-credentials"]);
    expect((await signInWith(server, key.get(await asked(server)))).status).toBe(200);
    const id = (await accountOf(maya)).passkeys[0]?.id ?? "";
    const last = await maya.post(`/api/account/passkeys/${id}/remove`, {
      confirm: await confirmation(maya, key),
    });
    expect(last.code).toBe("last-way-in");
    expect((await accountOf(maya)).passkeys).toHaveLength(1);
  });

  it("comes back by recovery codes, each of which works once", async () => {
    const server = await startWorkspace();
    const maya = await signUp(server, "Maya");
    await addPasskey(server, maya);
    const [first = "", second = ""] = await codesOf(maya);
    const recover = (code: string) =>
      send(server, "POST", "/api/auth/sign-in/recovery", { body: { email: maya.email, code } });
    // Where there is a password, what's on paper is not enough.
    expect((await recover(first)).code).toBe("wrong-code");
    await maya.post("/api/account/password/remove", { confirm });
    const answer = await recover(first.toLowerCase().replaceAll("-", " "));
    expect(answer.status).toBe(200);
    expect((await recover(first)).code).toBe("wrong-code");
    const nobodys = { email: "nobody@example.org", code: second };
    const unknown = await send(server, "POST", "/api/auth/sign-in/recovery", { body: nobodys });
    expect(unknown.body).toEqual((await recover("AAAAA-AAAAA-AAAAA-AAAAA")).body);
    const headers = { cookie: cookiesOf(answer) };
    const body = { password: "a new password", confirm: { recoveryCode: second } };
    const set = await send(server, "POST", "/api/account/password", { body, headers });
    expect(set.status).toBe(204);
    const again = { email: maya.email, password: "a new password" };
    expect((await send(server, "POST", "/api/auth/sign-in/email", { body: again })).status).toBe(
      200,
    );
  });
});

it.each([
  ["https://concord.example.org", "concord.example.org"],
  ["http://localhost:3000", "localhost"],
  ["http://concord.lan", null],
  ["https://192.0.2.1", null],
  ["http://127.0.0.1:3000", null],
  ["https://[2001:db8::1]", null],
])("at %s passkeys belong to %s", (origin, host) => {
  expect(relyingPartyOf(origin)?.id ?? null).toBe(host);
});

it("says that a server at a bare address has none", async () => {
  const server = await startWorkspace({ publicOrigin: "http://192.0.2.1" });
  const maya = await signUp(server, "Maya");
  expect((await accountOf(maya)).passkeyHost).toBeNull();
  expect((await send(server, "POST", options)).code).toBe("no-passkeys-here");
});
