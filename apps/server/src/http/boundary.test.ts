import { get } from "node:http";

import { describe, expect, it } from "vitest";

import { send, signUp, signUpBody, startWorkspace } from "../testing/workspace.ts";

const body = { name: "Us" };

describe("the Origin check", () => {
  it.each(["https://evil.example", "null", "http://localhost:1", "http://localhost.evil.example"])(
    "refuses an unsafe request from %s, whatever its route",
    async (origin) => {
      const server = await startWorkspace();
      const maya = await signUp(server, "Maya");
      const headers = { origin, cookie: maya.cookie };
      const requests = [
        send(server, "POST", "/api/spaces", { body, headers }),
        send(server, "POST", "/api/auth/sign-out", { headers }),
        send(server, "POST", "/api/auth/sign-up/email", { body: signUpBody("Eve"), headers }),
        send(server, "DELETE", "/api/spaces/12345678/grants/12345678", { headers }),
        send(server, "POST", "/api/nowhere", { headers }),
      ];
      for (const answer of await Promise.all(requests))
        expect([answer.status, answer.code]).toEqual([403, "bad-origin"]);
      expect((await maya.get("/api/me")).status).toBe(200);
    },
  );

  it("refuses a form that another site posts as text", async () => {
    const server = await startWorkspace();
    const maya = await signUp(server, "Maya");
    const headers = {
      origin: "https://evil.example",
      cookie: maya.cookie,
      "content-type": "text/plain",
    };
    const answer = await send(server, "POST", "/api/spaces", { body: '{"name":"Us"}', headers });
    expect(answer.code).toBe("bad-origin");
  });

  it("lets through this machine's names for itself, and clients that are no browsers", async () => {
    const server = await startWorkspace();
    const maya = await signUp(server, "Maya");
    for (const host of ["localhost", "127.0.0.1", "[::1]"]) {
      const headers = { origin: `http://${host}:${server.port}`, cookie: maya.cookie };
      expect((await send(server, "POST", "/api/spaces", { body, headers })).status).toBe(201);
    }
    expect((await maya.post("/api/spaces", body)).status).toBe(201);
  });

  it("knows the public origin alone, where there is one", async () => {
    const server = await startWorkspace({ publicOrigin: "https://concord.example.org" });
    const maya = await signUp(server, "Maya");
    const from = async (origin: string) => {
      const headers = { origin, cookie: maya.cookie };
      return (await send(server, "POST", "/api/spaces", { body, headers })).status;
    };
    expect(await from("https://concord.example.org")).toBe(201);
    expect(await from(`http://localhost:${server.port}`)).toBe(403);
  });
});

describe("every answer", () => {
  it("forbids what is not our own, in any page it could be part of (S22)", async () => {
    const server = await startWorkspace();
    for (const path of ["/", "/healthz", "/api/me", "/api/nowhere"]) {
      const { headers } = await send(server, "GET", path);
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain(`ws://localhost:${server.port}`);
      expect(policy).not.toContain("unsafe");
      // Browsers complain of an address in brackets, and ignore it.
      expect(policy).not.toContain("[");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
    }
  });

  it("is a problem document where no route is", async () => {
    const server = await startWorkspace();
    for (const [method, path] of [
      ["GET", "/api/nowhere"],
      ["POST", "/api/nowhere"],
      ["POST", "/"],
      ["GET", "/sync/room"],
      ["GET", "/missing.js"],
    ] as const)
      expect(await send(server, method, path)).toMatchObject({ status: 404, code: "no-such-page" });
  });

  it("is the same refusal for a body too large, announced or streamed", async () => {
    const server = await startWorkspace();
    const maya = await signUp(server, "Maya");
    const large = "x".repeat(64 * 1024 + 1);
    expect(await maya.post("/api/spaces", large)).toMatchObject({ status: 413, code: "too-large" });
    expect(await maya.post("/api/auth/sign-up/email", large)).toMatchObject({ status: 413 });
    const stream = new Blob([large]).stream();
    const request = new Request("http://localhost/api/spaces", {
      method: "POST",
      headers: { cookie: maya.cookie, "content-type": "application/json" },
      body: stream,
      duplex: "half",
    });
    expect((await server.app.request(request)).status).toBe(413);
  });

  it("does not leave the folder of the client's files", async () => {
    const server = await startWorkspace();
    const path = "/..%2f..%2fserver%2fpackage.json";
    const status = await new Promise<number | undefined>((resolve) => {
      get({ port: server.port, path }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
    });
    expect(status).toBe(404);
  });
});
