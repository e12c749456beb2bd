import { AccountLog, OwnSessions } from "@concord/domain/accounts/account";
import * as v from "valibot";
import { describe, expect, it } from "vitest";

import { eventually } from "../testing/eventually.ts";
import { makeTestClock } from "../testing/clock.ts";
import { entered, peer, raw, synced } from "../testing/peers.ts";
import {
  cookiesOf,
  couple,
  type Person,
  password,
  send,
  signIn,
  signUp,
  signUpBody,
  startWorkspace,
} from "../testing/workspace.ts";
import { mostKept, noteAccount } from "./log.ts";

const confirm = { password };
const day = 24 * 60 * 60 * 1000;
const signInPath = "/api/auth/sign-in/email";

const sessionsOf = async (person: Person) =>
  v.parse(OwnSessions, (await person.get("/api/account/sessions")).body).sessions;

const logOf = async (person: Person) =>
  v.parse(AccountLog, (await person.get("/api/account/log")).body).entries;

describe("a session", () => {
  it("is always a new one: no cookie from before becomes somebody's", async () => {
    const server = await startWorkspace();
    const maya = await signUp(server, "Maya");
    const jonas = await signUp(server, "Jonas");
    const body = { email: maya.email, password };
    const planted = "concord.session_token=chosen-by-somebody.else";
    for (const cookie of [jonas.cookie, maya.cookie, planted]) {
      const answer = await send(server, "POST", signInPath, { body, headers: { cookie } });
      expect(cookiesOf(answer)).toMatch(/^concord\.session_token=/);
      expect(cookiesOf(answer)).not.toBe(cookie);
    }
    expect((await jonas.get("/api/me")).body).toMatchObject({ person: { id: jonas.id } });
    expect((await send(server, "GET", "/api/me", { headers: { cookie: planted } })).status).toBe(
      401,
    );
  });

  it("is told of by the day, without addresses or devices, to its owner alone (S2)", async () => {
    const server = await startWorkspace();
    const { maya, jonas } = await couple(server);
    const headers = { "user-agent": "A telling name", "content-type": "application/json" };
    await send(server, "POST", signInPath, { body: { email: maya.email, password }, headers });
    const sessions = await sessionsOf(maya);
    expect(sessions.filter(({ isThis }) => isThis)).toHaveLength(1);
    const today = new Date().toISOString().slice(0, 10);
    expect(sessions.map(({ lastUsed }) => lastUsed)).toEqual([today, today]);
    expect(await sessionsOf(jonas)).toHaveLength(1);
    const kept = JSON.stringify(
      await server.services.db.selectFrom("session").selectAll().execute(),
    );
    expect(kept).not.toContain("A telling name");
    expect(kept).not.toContain("127.0.0.1");
  });

  it("of somebody else cannot be ended, nor found (S3)", async () => {
    const server = await startWorkspace();
    const { maya, jonas } = await couple(server);
    const [hers] = await sessionsOf(maya);
    const ending = await jonas.delete(`/api/account/sessions/${hers?.id}`);
    expect([ending.status, ending.code]).toEqual([404, "no-such-entry"]);
    expect((await maya.get("/api/me")).status).toBe(200);
  });
});

describe("signing out elsewhere (S23)", () => {
  it("ends one session with all that is open in it, at once, and no other", async () => {
    const server = await startWorkspace();
    const { maya, jonas, space } = await couple(server);
    const lost = await signIn(server, "Maya");
    const there = raw(server, lost, `/sync/${space}/needs`);
    const here = peer(server, maya, `${space}/needs`);
    const his = peer(server, jonas, `${space}/needs`);
    await Promise.all([entered(there), synced(here), synced(his)]);
    const other = (await sessionsOf(maya)).find(({ isThis }) => !isThis);
    const start = performance.now();
    expect((await maya.delete(`/api/account/sessions/${other?.id}`)).status).toBe(204);
    expect(await there.closed).toEqual({ code: 4401, reason: "signed-out" });
    expect(performance.now() - start).toBeLessThan(1000);
    expect((await lost.get("/api/me")).code).toBe("signed-out");
    expect([here.closes, his.closes]).toEqual([[], []]);
  });

  it("ends all others, and tells their event streams", async () => {
    const server = await startWorkspace();
    const maya = await signUp(server, "Maya");
    const others = [await signIn(server, "Maya"), await signIn(server, "Maya")];
    const streams = others.map(async ({ cookie }) => {
      const stream = await fetch(`http://127.0.0.1:${server.port}/api/events`, {
        headers: { cookie },
      });
      return await stream.text();
    });
    await eventually(async () => expect(await sessionsOf(maya)).toHaveLength(3));
    await new Promise((resolve) => setImmediate(resolve));
    await eventually(async () => {
      expect((await maya.delete("/api/account/sessions")).status).toBe(204);
      expect(await sessionsOf(maya)).toHaveLength(1);
    });
    for (const said of await Promise.all(streams))
      expect(said === "" || said.includes("signed-out")).toBe(true);
    for (const other of others) expect((await other.get("/api/me")).code).toBe("signed-out");
  });
});

describe("changing how one signs in", () => {
  it("takes the present password, and ends the other sessions", async () => {
    const server = await startWorkspace();
    const { maya, space } = await couple(server);
    const elsewhere = await signIn(server, "Maya");
    const there = raw(server, elsewhere, `/sync/${space}/needs`);
    await entered(there);
    const changing = { password: "another password", confirm: { password: "a guess" } };
    expect((await maya.post("/api/account/password", changing)).code).toBe("confirm-again");
    expect((await elsewhere.get("/api/me")).status).toBe(200);
    const changed = await maya.post("/api/account/password", { ...changing, confirm });
    expect(changed.status).toBe(204);
    expect(await there.closed).toMatchObject({ code: 4401 });
    expect((await elsewhere.get("/api/me")).code).toBe("signed-out");
    expect((await maya.get("/api/me")).status).toBe(200);
    const codes = [];
    for (const word of [password, "another password"]) {
      const body = { email: maya.email, password: word };
      codes.push((await send(server, "POST", signInPath, { body })).code);
    }
    expect(codes).toEqual(["wrong-credentials", null]);
  });

  it("gives another address, unless it is somebody's, however it is written", async () => {
    const server = await startWorkspace();
    const maya = await signUp(server, "Maya");
    const elsewhere = await signIn(server, "Maya");
    await signUp(server, "Jonas");
    const taken = await maya.post("/api/account/email", { email: "JONAS@example.org", confirm });
    expect([taken.status, taken.code]).toEqual([422, "email-taken"]);
    const email = " Maya.New@Example.org";
    const guess = { email, confirm: { password: "a guess" } };
    expect((await maya.post("/api/account/email", guess)).code).toBe("confirm-again");
    expect((await maya.post("/api/account/email", { email, confirm })).status).toBe(204);
    expect((await maya.get("/api/me")).body).toMatchObject({
      person: { email: "maya.new@example.org" },
    });
    expect((await elsewhere.get("/api/me")).code).toBe("signed-out");
    const body = { email: "maya.new@example.org", password };
    expect((await send(server, "POST", signInPath, { body })).status).toBe(200);
    const old = { email: "maya@example.org", password };
    expect((await send(server, "POST", signInPath, { body: old })).code).toBe("wrong-credentials");
  });

  it("gives another name, which the other sees", async () => {
    const server = await startWorkspace();
    const { maya, jonas, space } = await couple(server);
    expect((await maya.post("/api/account/name", { name: "" })).code).toBe("bad-request");
    expect((await maya.post("/api/account/name", { name: "M." })).status).toBe(204);
    expect((await jonas.get(`/api/spaces/${space}`)).body).toMatchObject({
      partners: [{ name: "M." }, { name: "Jonas" }],
    });
  });

  it("stops guessing at the password through an open session", async () => {
    const server = await startWorkspace();
    const maya = await signUp(server, "Maya");
    const body = { password: "another password", confirm: { password: "a guess" } };
    const codes = [];
    for (let i = 0; i < 21; i += 1)
      codes.push((await maya.post("/api/account/password", body)).code);
    expect(codes.at(-1)).toBe("too-many");
    expect(new Set(codes.slice(0, 20))).toEqual(new Set(["confirm-again"]));
  });
});

describe("the account log", () => {
  it("says what happened and on which day, and nothing else, to its owner alone (S2, S23)", async () => {
    const server = await startWorkspace();
    const { maya, jonas } = await couple(server);
    await signIn(server, "Maya");
    await maya.post("/api/account/password", { password: "another password", confirm });
    await maya.post("/api/account/name", { name: "M." });
    const day = new Date().toISOString().slice(0, 10);
    expect(await logOf(maya)).toEqual(
      ["name-changed", "password-changed", "signed-in"].map((event) => ({ event, day })),
    );
    expect(await logOf(jonas)).toEqual([]);
    const columns = Object.keys(
      (await server.services.db.selectFrom("account_log").selectAll().executeTakeFirst()) ?? {},
    );
    expect(columns.sort()).toEqual(["day", "event", "id", "person"]);
  });

  it("tells of a second factor that failed", async () => {
    const server = await startWorkspace();
    const maya = await signUp(server, "Maya");
    const { services } = server;
    const { beginSecondFactor, settleSecondFactor } = await import("./second-factor.ts");
    const { stepAt, totpOf } = await import("./totp.ts");
    const secret = await beginSecondFactor(services, maya.id);
    await settleSecondFactor(services, maya.id, totpOf(secret, stepAt(services.clock.now())));
    const body = { email: maya.email, password, code: "000000" };
    expect((await send(server, "POST", signInPath, { body })).code).toBe("wrong-code");
    expect((await logOf(maya)).map(({ event }) => event)).toEqual(["second-factor-failed"]);
  });

  it("is bounded in length and in age", async () => {
    const clock = makeTestClock();
    const server = await startWorkspace({ clock });
    const maya = await signUp(server, "Maya");
    const jonas = await signUp(server, "Jonas");
    const { db } = server.services;
    const note = (person: string) =>
      noteAccount(db, { person, event: "signed-in", now: clock.now() });
    await note(jonas.id);
    for (let i = 0; i < mostKept + 5; i += 1) await note(maya.id);
    expect(await logOf(maya)).toHaveLength(mostKept);
    expect(await logOf(jonas)).toHaveLength(1);
    clock.advance(181 * day);
    await note(maya.id);
    expect(await db.selectFrom("account_log").selectAll().execute()).toHaveLength(1);
  });
});

describe("no answer tells who has an account", () => {
  it("but for sign-up, which must, and tells it ten times an hour to one address at most", async () => {
    const server = await startWorkspace();
    await signUp(server, "Maya");
    const path = "/api/auth/sign-up/email";
    const tried = [];
    for (let i = 0; i < 10; i += 1)
      tried.push((await send(server, "POST", path, { body: signUpBody("Maya") })).code);
    expect(new Set(tried)).toEqual(new Set(["email-taken"]));
    const known = await send(server, "POST", path, { body: signUpBody("Maya") });
    const unknown = await send(server, "POST", path, { body: signUpBody("Somebody") });
    expect(known.body).toEqual(unknown.body);
    expect(unknown.code).toBe("too-many");
  });

  it("works as hard at a password for an address that nobody has", async () => {
    const server = await startWorkspace();
    await signUp(server, "Maya");
    const { password: hasher } = await server.services.auth.$context;
    let hashed = 0;
    const { hash, verify } = hasher;
    hasher.hash = async (word) => {
      hashed += 1;
      return await hash(word);
    };
    hasher.verify = async (given) => {
      hashed += 1;
      return await verify(given);
    };
    const answers = [];
    for (const email of ["maya@example.org", "nobody@example.org", "no address"]) {
      const before = hashed;
      const body = { email, password: "a guess" };
      answers.push({
        ...(await send(server, "POST", signInPath, { body })),
        headers: null,
        work: hashed - before,
      });
    }
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ code: "wrong-credentials", work: 1 });
  });
});
