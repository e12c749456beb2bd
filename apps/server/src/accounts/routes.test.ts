import { stat } from "node:fs/promises";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import type { RunningServer } from "../server.ts";
import {
  cookiesOf,
  couple,
  loopback,
  password,
  send,
  signIn,
  signUp,
  signUpBody,
  startWorkspace,
  temporaryFolder,
} from "../testing/workspace.ts";

/** A wrong password, sent over a socket of this machine. */
async function guess({ port }: RunningServer, forwardedFor: string): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${port}${signInPath}`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-forwarded-for": forwardedFor },
    body: JSON.stringify({ email: "nobody@example.org", password: "" }),
  });
  return answer.status;
}

interface Sent {
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

const signUpPath = "/api/auth/sign-up/email";
const signInPath = "/api/auth/sign-in/email";

describe("signing up", () => {
  it("makes an account and signs in", async () => {
    const server = await startWorkspace();
    const maya = await signUp(server, "Maya");
    const me = await maya.get("/api/me");
    expect(me.body).toEqual({
      person: { id: maya.id, name: "Maya", email: "maya@example.org" },
      spaces: [],
      observing: [],
    });
  });

  it("keeps both statements with their time (S27)", async () => {
    const server = await startWorkspace();
    const maya = await signUp(server, "Maya");
    const kept = await server.services.db.selectFrom("consent").selectAll().execute();
    expect(kept.map(({ person, statement }) => `${person} ${statement}`).sort()).toEqual([
      `${maya.id} adult`,
      `${maya.id} processing`,
    ]);
    expect(kept.every(({ given_at: at }) => Math.abs(at - Date.now()) < 60_000)).toBe(true);
  });

  it.each([
    ["without consent", { consent: undefined }, 422, "consent-required"],
    ["with consent refused", { consent: false }, 422, "consent-required"],
    ["without being an adult", { adult: undefined }, 422, "consent-required"],
    ["with a short password", { password: "7 chars" }, 422, "weak-password"],
    ["with an endless password", { password: "x".repeat(201) }, 422, "weak-password"],
    ["without a password", { password: undefined }, 400, "bad-request"],
    ["without a name", { name: " " }, 400, "bad-request"],
    ["with what is no address", { email: "maya" }, 400, "bad-request"],
  ])("is refused %s, and makes nothing", async (_, change, status, code) => {
    const server = await startWorkspace();
    const body = { ...signUpBody("Maya"), ...change };
    const answer = await send(server, "POST", signUpPath, { body });
    expect([answer.status, answer.code]).toEqual([status, code]);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(await server.services.db.selectFrom("user").selectAll().execute()).toEqual([]);
  });

  it.each(["{not json", '"text"', "null", ""])("is refused with the body %j", async (body) => {
    const server = await startWorkspace();
    expect(await send(server, "POST", signUpPath, { body })).toMatchObject({
      status: 400,
      code: "bad-request",
    });
  });

  it("is refused where the address has an account, however it is written", async () => {
    const server = await startWorkspace();
    await signUp(server, "Maya");
    const body = { ...signUpBody("Maya"), email: " MAYA@example.org" };
    const answer = await send(server, "POST", signUpPath, { body });
    expect([answer.status, answer.code]).toEqual([422, "email-taken"]);
  });

  it("makes one account of two sign-ups with one address at once", async () => {
    const server = await startWorkspace();
    const body = signUpBody("Maya");
    const both = await Promise.all([1, 2].map(() => send(server, "POST", signUpPath, { body })));
    expect(both.map(({ code }) => String(code)).sort()).toEqual(["email-taken", "null"]);
  });
});

describe("signing in and out", () => {
  it("opens a session by address and password", async () => {
    const server = await startWorkspace();
    await signUp(server, "Maya");
    const maya = await signIn(server, "Maya");
    expect((await maya.get("/api/me")).status).toBe(200);
  });

  it("says the same of a wrong password and of nobody's address", async () => {
    const server = await startWorkspace();
    await signUp(server, "Maya");
    const wrong = { email: "maya@example.org", password: "not her password" };
    const nobody = { email: "nobody@example.org", password };
    for (const body of [wrong, nobody])
      expect(await send(server, "POST", signInPath, { body })).toMatchObject({
        status: 401,
        code: "wrong-credentials",
      });
  });

  it("stops guessing at one account from one address", async () => {
    const server = await startWorkspace();
    const body = { email: "nobody@example.org", password: "" };
    const codes = [];
    for (let i = 0; i < 21; i += 1)
      codes.push((await send(server, "POST", signInPath, { body })).code);
    expect(codes.at(-1)).toBe("too-many");
    expect(new Set(codes.slice(0, 20)).has("too-many")).toBe(false);
  });

  it("counts by the socket's address, whatever x-forwarded-for claims", async () => {
    const server = await startWorkspace();
    const statuses = [];
    for (let i = 0; i < 21; i += 1) statuses.push(await guess(server, `10.0.0.${i}`));
    expect(statuses.at(-1)).toBe(429);
  });

  it("counts by the address that a trusted proxy names, so that nobody shuts the others out", async () => {
    const server = await startWorkspace({ trustedProxies: loopback() });
    const statuses = [];
    for (let i = 0; i < 21; i += 1) statuses.push(await guess(server, `10.0.0.${i}, 192.0.2.1`));
    expect(statuses.at(-1)).toBe(429);
    expect(await guess(server, "192.0.2.2")).toBe(401);
  });

  it("counts a guess however its body is written", async () => {
    const server = await startWorkspace();
    const form = { "content-type": "application/x-www-form-urlencoded" };
    const body = "email=nobody%40example.org&password=guess";
    expect(await send(server, "POST", signInPath, { body, headers: form })).toMatchObject({
      status: 400,
      code: "bad-request",
    });
    const codes = [];
    for (let i = 0; i < 21; i += 1) {
      const email = i % 2 === 0 ? "nobody@example.org" : " Nobody@Example.org";
      codes.push((await send(server, "POST", signInPath, { body: { email, password: "" } })).code);
    }
    expect(codes.at(-1)).toBe("too-many");
  });

  it("takes the address however it is written", async () => {
    const server = await startWorkspace();
    await signUp(server, "Maya");
    const body = { email: " MAYA@example.org ", password };
    expect((await send(server, "POST", signInPath, { body })).status).toBe(200);
  });

  it.each([
    ["nothing", {}],
    ["an empty object", { body: {} }],
    ["a form", { body: "a=b", headers: { "content-type": "application/x-www-form-urlencoded" } }],
  ])("signs out with %s for a body", async (_, { body, headers }: Sent) => {
    const server = await startWorkspace();
    const maya = await signUp(server, "Maya");
    const signOut = `http://127.0.0.1:${server.port}/api/auth/sign-out`;
    const answer = await fetch(signOut, {
      method: "POST",
      headers: { cookie: maya.cookie, ...headers },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : "{}" }),
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.getSetCookie()[0]).toMatch(/Max-Age=0/);
    expect((await maya.get("/api/me")).code).toBe("signed-out");
  });

  it("ends the session for good at sign-out", async () => {
    const server = await startWorkspace();
    const maya = await signUp(server, "Maya");
    const elsewhere = await signIn(server, "Maya");
    expect((await maya.post("/api/auth/sign-out")).status).toBe(200);
    expect(await maya.get("/api/me")).toMatchObject({ status: 401, code: "signed-out" });
    expect((await elsewhere.get("/api/me")).status).toBe(200);
  });

  it.each(["", "concord.session_token=forged.forged", "other=1"])(
    "takes the cookie %j for nobody's",
    async (cookie) => {
      const server = await startWorkspace();
      const answer = await send(server, "GET", "/api/me", { headers: { cookie } });
      expect([answer.status, answer.code]).toEqual([401, "signed-out"]);
    },
  );

  it("sends the cookie over nothing but TLS where people come by TLS", async () => {
    const server = await startWorkspace({ publicOrigin: "https://concord.example.org" });
    const answer = await send(server, "POST", signUpPath, { body: signUpBody("Maya") });
    const [cookie] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^__Secure-.+; HttpOnly; Secure; SameSite=Lax$/);
    expect(answer.headers.get("strict-transport-security")).toMatch(/^max-age=/);
  });

  it("shuts what better-auth could do beyond what the workspace names", async () => {
    const server = await startWorkspace();
    const maya = await signUp(server, "Maya");
    for (const path of ["list-sessions", "get-session", "token", "error", "ok"])
      expect((await maya.get(`/api/auth/${path}`)).code).toBe("no-such-page");
    for (const path of ["update-user", "delete-user", "change-email", "sign-in/social"])
      expect((await maya.post(`/api/auth/${path}`, {})).code).toBe("no-such-page");
  });

  it("keeps the session's key readable by the server alone, and across restarts", async () => {
    const dataDir = await temporaryFolder();
    const first = await startWorkspace({ dataDir });
    const answer = await send(first, "POST", signUpPath, { body: signUpBody("Maya") });
    await first.stop();
    const second = await startWorkspace({ dataDir });
    const headers = { cookie: cookiesOf(answer) };
    expect((await send(second, "GET", "/api/me", { headers })).status).toBe(200);
    expect((await stat(join(dataDir, "session-secret"))).mode & 0o777).toBe(0o600);
  });
});

describe("who one is and who runs the server", () => {
  it("names one's spaces and their partners", async () => {
    const server = await startWorkspace();
    const { jonas, space } = await couple(server);
    expect((await jonas.get("/api/me")).body).toMatchObject({
      spaces: [{ id: space, name: "Us", partners: ["Maya", "Jonas"] }],
    });
  });

  it("names the operator, and what they keep, before anybody signs in (S21)", async () => {
    const operator = { name: "Ada", contact: "ada@example.org" };
    const server = await startWorkspace({ operator, historyDays: 7 });
    const { body } = await send(server, "GET", "/api/operator");
    expect(body).toEqual({ ...operator, historyDays: 7 });
  });
});
