import { NewSecondFactor, RecoveryCodes } from "@concord/domain/accounts/account";
import * as v from "valibot";
import { describe, expect, it } from "vitest";

import type { RunningServer } from "../server.ts";
import { makeTestClock, type TestClock } from "../testing/clock.ts";
import { type Person, password, send, signUp, startWorkspace } from "../testing/workspace.ts";
import { makeSealer } from "./sealed.ts";
import { matchingStep, stepAt, totpOf } from "./totp.ts";

const confirm = { password };
const step = 30_000;

async function withSecondFactor() {
  const clock = makeTestClock();
  const server = await startWorkspace({ clock });
  const maya = await signUp(server, "Maya");
  const begun = await maya.post("/api/account/second-factor", { confirm });
  const { secret, uri } = v.parse(NewSecondFactor, begun.body);
  const code = (ahead = 0) => totpOf(secret, stepAt(clock.now()) + ahead);
  const on = await maya.post("/api/account/second-factor/verify", { code: code() });
  const { codes } = v.parse(RecoveryCodes, on.body);
  clock.advance(step);
  return { clock, server, maya, secret, uri, code, codes };
}

const signIn = (server: RunningServer, { email }: Person, code?: string, word = password) => {
  const body = { email, password: word, ...(code === undefined ? {} : { code }) };
  return send(server, "POST", "/api/auth/sign-in/email", { body });
};

describe("the codes themselves", () => {
  // RFC 6238, appendix B, cut to six digits.
  const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
  it.each([
    [59, "287082"],
    [1111111109, "081804"],
    [1234567890, "005924"],
    [20000000000, "353130"],
  ])("at %i s are those of the standard", (seconds, code) => {
    expect(totpOf(secret, stepAt(seconds * 1000))).toBe(code);
    expect(matchingStep(secret, code, { now: seconds * 1000, last: 0 })).not.toBeNull();
  });

  it("may come a step early or late, and no further", () => {
    const now = 1_700_000_000_000;
    const matches = (away: number) =>
      matchingStep(secret, totpOf(secret, stepAt(now) + away), { now, last: 0 }) !== null;
    expect([-2, -1, 0, 1, 2].map(matches)).toEqual([false, true, true, true, false]);
  });

  it("keeps the app's secret from whoever has the database alone", async () => {
    const { server, secret, maya } = await withSecondFactor();
    const [row] = await server.services.db.selectFrom("second_factor").selectAll().execute();
    expect(JSON.stringify(row)).not.toContain(secret);
    expect(row?.person).toBe(maya.id);
    const other = makeSealer("another server's key", "second factors");
    expect(() => other.open(row?.secret ?? "")).toThrow(/authenticate/);
  });
});

describe("signing in with a second factor (S23)", () => {
  it("asks for the code once the password is right, and opens nothing before", async () => {
    const { server, maya, code } = await withSecondFactor();
    const asked = await signIn(server, maya);
    expect([asked.status, asked.code]).toEqual([401, "second-factor-required"]);
    expect(asked.headers.getSetCookie()).toEqual([]);
    expect(await signIn(server, maya, code(), "a guess")).toMatchObject({
      code: "wrong-credentials",
    });
    expect((await signIn(server, maya, undefined, "a guess")).code).toBe("wrong-credentials");
    const sessions = await server.services.db.selectFrom("session").selectAll().execute();
    expect(sessions).toHaveLength(1);
    expect((await signIn(server, maya, code())).status).toBe(200);
  });

  it("takes each code once, and none from before it", async () => {
    const { clock, server, maya, code } = await withSecondFactor();
    const seen = code();
    const next = code(1);
    expect((await signIn(server, maya, seen)).status).toBe(200);
    expect((await signIn(server, maya, seen)).code).toBe("wrong-code");
    expect((await signIn(server, maya, next)).status).toBe(200);
    clock.advance(step);
    expect((await signIn(server, maya, next)).code).toBe("wrong-code");
    expect((await signIn(server, maya, seen)).code).toBe("wrong-code");
    clock.advance(step);
    expect((await signIn(server, maya, code())).status).toBe(200);
  });

  it("lets in one of two who bring the same code at once", async () => {
    const { server, maya, code } = await withSecondFactor();
    const both = await Promise.all([signIn(server, maya, code()), signIn(server, maya, code())]);
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 401]));
  });

  it("does not take the code that it was set up with", async () => {
    const clock: TestClock = makeTestClock();
    const server = await startWorkspace({ clock });
    const maya = await signUp(server, "Maya");
    const begun = await maya.post("/api/account/second-factor", { confirm });
    const { secret } = v.parse(NewSecondFactor, begun.body);
    const code = totpOf(secret, stepAt(clock.now()));
    expect((await signIn(server, maya)).status).toBe(200);
    await maya.post("/api/account/second-factor/verify", { code });
    expect((await signIn(server, maya, code)).code).toBe("wrong-code");
  });

  it("takes each recovery code once, and keeps only its hash", async () => {
    const { server, maya, codes } = await withSecondFactor();
    const [first = "", second = ""] = codes;
    const kept = await server.services.db.selectFrom("recovery_code").selectAll().execute();
    expect(kept).toHaveLength(10);
    expect(JSON.stringify(kept)).not.toContain(first.replaceAll("-", ""));
    const both = await Promise.all([signIn(server, maya, first), signIn(server, maya, first)]);
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 401]));
    expect((await signIn(server, maya, first)).code).toBe("wrong-code");
    expect((await signIn(server, maya, second)).status).toBe(200);
  });

  it("makes old recovery codes worthless with new ones", async () => {
    const { server, maya, codes } = await withSecondFactor();
    await maya.post("/api/account/recovery-codes", { confirm });
    expect((await signIn(server, maya, codes[0])).code).toBe("wrong-code");
  });

  it("ends guessing at six digits, wherever it comes from, and shuts nobody out (S3)", async () => {
    const { clock, server, maya, code, codes } = await withSecondFactor();
    const { services } = server;
    const { makeSignIn } = await import("./sign-in.ts");
    // Past the limits of one address, as from a thousand of them.
    const ways = makeSignIn(services);
    const tries = { email: maya.email, password };
    for (let i = 0; i < 30; i += 1)
      await expect(ways.withPassword({ ...tries, code: "000000" })).rejects.toMatchObject({
        code: "wrong-code",
      });
    clock.advance(step);
    await expect(ways.withPassword({ ...tries, code: code() })).rejects.toMatchObject({
      code: "too-many",
    });
    expect((await ways.withPassword({ ...tries, code: codes[0] })).status).toBe(200);
  });

  it("is turned off by the password alone, and then asks no more", async () => {
    const { server, maya } = await withSecondFactor();
    const off = "/api/account/second-factor/off";
    expect((await maya.post(off, { confirm: { password: "a guess" } })).code).toBe("confirm-again");
    expect((await maya.post(off, {})).code).toBe("bad-request");
    expect((await signIn(server, maya)).code).toBe("second-factor-required");
    expect((await maya.post(off, { confirm })).status).toBe(204);
    expect((await signIn(server, maya)).status).toBe(200);
  });

  it("goes on with the old app until the new one has shown a code", async () => {
    const { server, maya, code } = await withSecondFactor();
    await maya.post("/api/account/second-factor", { confirm });
    const wrong = await maya.post("/api/account/second-factor/verify", { code: code() });
    expect(wrong.code).toBe("wrong-code");
    expect((await signIn(server, maya, code())).status).toBe(200);
  });
});
