import * as v from "valibot";
import { afterEach, describe, expect, test, vi } from "vitest";

import { request } from "./request.ts";

const Answer = v.object({ id: v.string() });

const answering = (answer: () => Promise<Response>) => {
  const fetched = vi.fn<(path: string, options: RequestInit) => Promise<Response>>(answer);
  vi.stubGlobal("fetch", fetched);
  return fetched;
};

const json = (status: number, body: unknown) => async () => Response.json(body, { status });
const ask = () => request(Answer, { method: "GET", path: "/api/me" });

afterEach(() => vi.unstubAllGlobals());

describe("asking the server", () => {
  test("gives what the server answered, parsed", async () => {
    answering(json(200, { id: "a", more: true }));
    expect(await ask()).toEqual({ ok: true, value: { id: "a" } });
  });

  test("sends a body as JSON, with the cookie of this site alone", async () => {
    const fetched = answering(json(200, { id: "a" }));
    await request(Answer, { method: "POST", path: "/api/spaces", body: { name: "" } });
    const [path, options] = fetched.mock.calls[0] ?? [];
    expect(path).toBe("/api/spaces");
    expect(options).toMatchObject({
      method: "POST",
      credentials: "same-origin",
      body: '{"name":""}',
      headers: { "content-type": "application/json" },
    });
  });

  test("names a refusal by the server's own code", async () => {
    const body = { type: "urn:x", title: "Used", status: 410, code: "invitation-used" };
    answering(json(410, body));
    expect(await ask()).toEqual({ ok: false, problem: "invitation-used" });
  });

  test.each([
    [401, "signed-out"],
    [404, "no-such-page"],
    [413, "too-large"],
    [429, "too-many"],
    [503, "not-now"],
    [502, "not-now"],
    [500, "our-fault"],
    [418, "bad-request"],
  ])("goes by the status %i where the body isn't ours", async (status, problem) => {
    answering(async () => new Response("<h1>Proxy</h1>", { status }));
    expect(await ask()).toEqual({ ok: false, problem });
  });

  test("goes by the status where the code is one it doesn't know yet", async () => {
    const body = { type: "urn:x", title: "New", status: 403, code: "of-a-later-version" };
    answering(json(403, body));
    expect(await ask()).toEqual({ ok: false, problem: "bad-request" });
  });

  test("says that the server is unreachable where no answer comes", async () => {
    answering(() => Promise.reject(new TypeError("Failed to fetch")));
    expect(await ask()).toEqual({ ok: false, problem: "unreachable" });
  });

  test("says so where the answer makes no sense", async () => {
    answering(json(200, { name: "no id" }));
    expect(await ask()).toEqual({ ok: false, problem: "unreadable" });
  });

  test("takes an answer without a body where none is expected", async () => {
    answering(async () => new Response(null, { status: 204 }));
    expect(await request(v.unknown(), { method: "DELETE", path: "/api/spaces" })).toEqual({
      ok: true,
      value: null,
    });
  });
});
