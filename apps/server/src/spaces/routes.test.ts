import { Space } from "@concord/domain/spaces/schema";
import * as v from "valibot";
import { describe, expect, it } from "vitest";

import { makeTestClock } from "../testing/clock.ts";
import {
  couple,
  coupleWithCounsellor,
  createSpace,
  invite,
  offerGrant,
  send,
  signUp,
  startWorkspace,
} from "../testing/workspace.ts";

const week = 7 * 24 * 60 * 60 * 1000;

describe("a space", () => {
  it("has its creator in the first seat", async () => {
    const server = await startWorkspace();
    const maya = await signUp(server, "Maya");
    const space = await createSpace(maya);
    expect((await maya.get(`/api/spaces/${space}`)).body).toEqual({
      id: space,
      name: "Us",
      partners: [{ id: maya.id, name: "Maya", seat: 1 }],
      closed: false,
      you: { role: "partner", id: maya.id, seat: 1 },
      grants: [],
      invitedUntil: null,
    });
  });

  it("may be without a name, and the request without a body", async () => {
    const server = await startWorkspace();
    const maya = await signUp(server, "Maya");
    expect((await maya.post("/api/spaces")).status).toBe(201);
  });

  it.each([
    ["does not parse", "{"],
    ["names it by a number", { name: 5 }],
    ["names it endlessly", { name: "x".repeat(81) }],
    ["is a text", '"us"'],
    ["is a list", "[]"],
  ])("is not made where the body %s", async (_, body) => {
    const server = await startWorkspace();
    const maya = await signUp(server, "Maya");
    const answer = await maya.post("/api/spaces", body);
    expect([answer.status, answer.code]).toEqual([400, "bad-request"]);
  });

  it("is not made where the body is not said to be JSON, lest its name be lost", async () => {
    const server = await startWorkspace();
    const maya = await signUp(server, "Maya");
    const headers = { cookie: maya.cookie, "content-type": "text/plain" };
    const answer = await send(server, "POST", "/api/spaces", { body: '{"name":"Us"}', headers });
    expect([answer.status, answer.code]).toEqual([400, "bad-request"]);
    expect((await maya.get("/api/me")).body).toMatchObject({ spaces: [] });
  });

  it("says which field it did not understand", async () => {
    const server = await startWorkspace();
    const maya = await signUp(server, "Maya");
    const answer = await maya.post("/api/spaces", { name: 5 });
    expect(answer.body).toMatchObject({ detail: expect.stringMatching(/^name: /) });
  });

  it("is no more there for a stranger than one that does not exist (S14)", async () => {
    const server = await startWorkspace();
    const { space } = await couple(server);
    const dora = await signUp(server, "Dora");
    const asked = await dora.get(`/api/spaces/${space}`);
    const unknown = await dora.get("/api/spaces/11111111-1111-4111-8111-111111111111");
    expect([asked.status, asked.code]).toEqual([404, "no-such-space"]);
    expect(asked.body).toEqual(unknown.body);
    for (const path of ["invitations", "grants", "grants/x/consent"]) {
      const body = { rooms: ["needs"], until: Date.now() + 1000 };
      const answer = await dora.post(`/api/spaces/${space}/${path}`, body);
      expect([answer.status, answer.code]).toEqual([404, "no-such-space"]);
    }
    expect((await dora.delete(`/api/spaces/${space}/grants/x`)).code).toBe("no-such-space");
  });

  it("shows an observer the partners, what is theirs, and nothing else (S14)", async () => {
    const server = await startWorkspace();
    const { maya, ines, space, grant, until } = await coupleWithCounsellor(server);
    await offerGrant(maya, space, { rooms: ["goals"], until });
    const view = v.parse(Space, (await ines.get(`/api/spaces/${space}`)).body);
    expect(view.partners.map(({ name }) => name)).toEqual(["Maya", "Jonas"]);
    expect(view.you).toEqual({ role: "observer", id: ines.id, rooms: ["needs"] });
    expect(view.grants.map(({ id }) => id)).toEqual([grant.id]);
    expect((await ines.post(`/api/spaces/${space}/invitations`)).code).toBe("not-a-partner");
    expect((await ines.post(`/api/spaces/${space}/grants`, { rooms: ["goals"], until })).code).toBe(
      "not-a-partner",
    );
  });

  it.each([
    ["POST", "/api/spaces"],
    ["GET", "/api/spaces/12345678"],
    ["POST", "/api/spaces/12345678/invitations"],
    ["POST", "/api/invitations/CODE/accept"],
    ["POST", "/api/spaces/12345678/grants"],
    ["POST", "/api/grants/CODE/accept"],
    ["POST", "/api/spaces/12345678/grants/12345678/consent"],
    ["DELETE", "/api/spaces/12345678/grants/12345678"],
    ["GET", "/api/me"],
    ["GET", "/api/events"],
  ])("asks for a session at %s %s", async (method, path) => {
    const server = await startWorkspace();
    expect(await send(server, method, path)).toMatchObject({ status: 401, code: "signed-out" });
  });
});

describe("an invitation", () => {
  it("gives the second seat to whoever brings its code, in any spelling", async () => {
    const server = await startWorkspace();
    const maya = await signUp(server, "Maya");
    const jonas = await signUp(server, "Jonas");
    const space = await createSpace(maya);
    const { code, url } = await invite(maya, space);
    expect(url).toBe(`${server.origin}/join/${code}`);
    const spelled = code.toLowerCase().replaceAll("-", "");
    const joined = await jonas.post(`/api/invitations/${spelled}/accept`);
    expect([joined.status, joined.body]).toEqual([200, { space }]);
    expect((await jonas.get(`/api/spaces/${space}`)).body).toMatchObject({
      you: { role: "partner", seat: 2 },
      partners: [{ seat: 1 }, { name: "Jonas", seat: 2 }],
    });
  });

  it("says who invites, to whoever holds the code, before they have an account", async () => {
    const server = await startWorkspace();
    const maya = await signUp(server, "Maya");
    const { code, expiresAt } = await invite(maya, await createSpace(maya));
    const preview = await send(server, "GET", `/api/invitations/${code}`);
    expect(preview.body).toEqual({ inviter: "Maya", expiresAt });
  });

  it("is kept as a hash alone", async () => {
    const server = await startWorkspace();
    const maya = await signUp(server, "Maya");
    const { code } = await invite(maya, await createSpace(maya));
    const rows = await server.services.db.selectFrom("invitation").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(code.slice(0, 5));
  });

  it("expires after seven days", async () => {
    const clock = makeTestClock();
    const server = await startWorkspace({ clock });
    const maya = await signUp(server, "Maya");
    const jonas = await signUp(server, "Jonas");
    const space = await createSpace(maya);
    const { code, expiresAt } = await invite(maya, space);
    expect(expiresAt).toBe(clock.now() + week);
    expect((await maya.get(`/api/spaces/${space}`)).body).toMatchObject({
      invitedUntil: expiresAt,
    });
    clock.advance(week);
    for (const answer of [
      await send(server, "GET", `/api/invitations/${code}`),
      await jonas.post(`/api/invitations/${code}/accept`),
    ])
      expect([answer.status, answer.code]).toEqual([410, "invitation-expired"]);
    expect((await maya.get(`/api/spaces/${space}`)).body).toMatchObject({ invitedUntil: null });
  });

  it("works once", async () => {
    const server = await startWorkspace();
    const maya = await signUp(server, "Maya");
    const [jonas, dora] = [await signUp(server, "Jonas"), await signUp(server, "Dora")];
    const space = await createSpace(maya);
    const { code } = await invite(maya, space);
    await jonas.post(`/api/invitations/${code}/accept`);
    const again = await dora.post(`/api/invitations/${code}/accept`);
    expect([again.status, again.code]).toEqual([410, "invitation-used"]);
    expect((await dora.get(`/api/spaces/${space}`)).code).toBe("no-such-space");
  });

  it("lets exactly one in of many who come at the same time, whatever codes they bring", async () => {
    const server = await startWorkspace();
    const maya = await signUp(server, "Maya");
    const space = await createSpace(maya);
    const codes = [(await invite(maya, space)).code, (await invite(maya, space)).code];
    const others = await Promise.all(
      ["Ana", "Ben", "Cy", "Di"].map((name) => signUp(server, name)),
    );
    const answers = await Promise.all(
      others.flatMap((person) =>
        codes.map((code) => person.post(`/api/invitations/${code}/accept`)),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await maya.get(`/api/spaces/${space}`)).body).toMatchObject({
      partners: { length: 2 },
    });
  });

  it("opens nothing where the space has two partners, and none is made there", async () => {
    const server = await startWorkspace();
    const maya = await signUp(server, "Maya");
    const [jonas, dora] = [await signUp(server, "Jonas"), await signUp(server, "Dora")];
    const space = await createSpace(maya);
    const [first, second] = [await invite(maya, space), await invite(maya, space)];
    await jonas.post(`/api/invitations/${first.code}/accept`);
    const third = await dora.post(`/api/invitations/${second.code}/accept`);
    expect([third.status, third.code]).toEqual([409, "space-full"]);
    const another = await maya.post(`/api/spaces/${space}/invitations`);
    expect([another.status, another.code]).toEqual([409, "space-full"]);
  });

  it("cannot be taken up by the one who wrote it", async () => {
    const server = await startWorkspace();
    const maya = await signUp(server, "Maya");
    const { code } = await invite(maya, await createSpace(maya));
    const answer = await maya.post(`/api/invitations/${code}/accept`);
    expect([answer.status, answer.code]).toEqual([409, "already-partner"]);
  });

  it("is not there where its code was never given", async () => {
    const server = await startWorkspace();
    const maya = await signUp(server, "Maya");
    for (const answer of [
      await maya.get("/api/invitations/AAAAA-AAAAA-AAAAA-AAAAA"),
      await maya.post("/api/invitations/nonsense/accept"),
    ])
      expect([answer.status, answer.code]).toEqual([404, "invitation-invalid"]);
  });
});
