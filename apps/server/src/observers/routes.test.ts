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
  type Person,
  send,
  signUp,
  startWorkspace,
} from "../testing/workspace.ts";

const hour = 60 * 60 * 1000;
const inAnHour = () => Date.now() + hour;

const grantsSeenBy = async (person: Person, space: string) =>
  v.parse(Space, (await person.get(`/api/spaces/${space}`)).body).grants;

describe("a grant", () => {
  it("takes effect once both partners have consented, each for themselves (S11)", async () => {
    const server = await startWorkspace();
    const { maya, jonas, space } = await couple(server);
    const ines = await signUp(server, "Ines");
    const grant = await offerGrant(maya, space, { rooms: ["needs"], until: inAnHour() });
    await ines.post(`/api/grants/${grant.code}/accept`);
    expect(await grantsSeenBy(jonas, space)).toMatchObject([
      { consents: [maya.id], inEffect: false, observer: { name: "Ines" } },
    ]);
    // The creator cannot consent a second time for the other.
    await maya.post(`/api/spaces/${space}/grants/${grant.id}/consent`);
    expect(await grantsSeenBy(jonas, space)).toMatchObject([{ inEffect: false }]);
    const consented = await jonas.post(`/api/spaces/${space}/grants/${grant.id}/consent`);
    expect(consented.body).toMatchObject({ consents: [maya.id, jonas.id], inEffect: true });
  });

  it("is not for its observer to consent to", async () => {
    const server = await startWorkspace();
    const { maya, space } = await couple(server);
    const ines = await signUp(server, "Ines");
    const grant = await offerGrant(maya, space, { rooms: ["needs"], until: inAnHour() });
    await ines.post(`/api/grants/${grant.code}/accept`);
    const answer = await ines.post(`/api/spaces/${space}/grants/${grant.id}/consent`);
    expect([answer.status, answer.code]).toEqual([403, "not-a-partner"]);
  });

  it("of one alone waits for whoever joins later", async () => {
    const server = await startWorkspace();
    const maya = await signUp(server, "Maya");
    const [jonas, ines] = [await signUp(server, "Jonas"), await signUp(server, "Ines")];
    const space = await createSpace(maya);
    const grant = await offerGrant(maya, space, { rooms: ["needs"], until: inAnHour() });
    await ines.post(`/api/grants/${grant.code}/accept`);
    const { code } = await invite(maya, space);
    await jonas.post(`/api/invitations/${code}/accept`);
    expect(await grantsSeenBy(maya, space)).toMatchObject([{ inEffect: false }]);
    await jonas.post(`/api/spaces/${space}/grants/${grant.id}/consent`);
    expect(await grantsSeenBy(ines, space)).toMatchObject([{ inEffect: true }]);
  });

  it("says what it offers to whoever holds the code", async () => {
    const server = await startWorkspace();
    const { maya, space } = await couple(server);
    const until = inAnHour();
    const grant = await offerGrant(maya, space, { rooms: ["needs", "needs"], until });
    expect(grant.url).toBe(`${server.origin}/observe/${grant.code}`);
    const preview = await send(server, "GET", `/api/grants/${grant.code.toLowerCase()}`);
    expect(preview.body).toEqual({ partners: ["Maya", "Jonas"], rooms: ["needs"], until });
  });

  it("takes its end as a text too", async () => {
    const server = await startWorkspace();
    const { maya, space } = await couple(server);
    const until = new Date(inAnHour()).toISOString();
    const answer = await maya.post(`/api/spaces/${space}/grants`, { rooms: ["needs"], until });
    expect(answer.status).toBe(201);
  });

  it.each([
    ["for no rooms", { rooms: [], until: 1 }, 400, "bad-request"],
    ["for a room that cannot be", { rooms: ["diary"], until: 1 }, 400, "bad-request"],
    ["without an end", { rooms: ["needs"] }, 400, "bad-request"],
    ["until it has ended", { rooms: ["needs"], until: 1 }, 422, "until-out-of-range"],
    ["for ever", { rooms: ["needs"], until: 9e15 }, 422, "until-out-of-range"],
  ])("is not made %s", async (_, body, status, code) => {
    const server = await startWorkspace();
    const { maya, space } = await couple(server);
    const answer = await maya.post(`/api/spaces/${space}/grants`, body);
    expect([answer.status, answer.code]).toEqual([status, code]);
  });

  it("is its first bearer's, who may come again, and nobody else's", async () => {
    const server = await startWorkspace();
    const { maya, jonas, ines, space, grant } = await coupleWithCounsellor(server);
    const dora = await signUp(server, "Dora");
    const accept = `/api/grants/${grant.code}/accept`;
    expect((await ines.post(accept)).body).toEqual({ id: grant.id, space });
    expect(await dora.post(accept)).toMatchObject({ status: 410, code: "grant-used" });
    for (const partner of [maya, jonas])
      expect(await partner.post(accept)).toMatchObject({ status: 409, code: "already-partner" });
  });

  it("ends by the word of either partner, or of its observer, and is gone for all (S13)", async () => {
    const server = await startWorkspace();
    const { maya, jonas, ines, space, grant, until } = await coupleWithCounsellor(server);
    const path = `/api/spaces/${space}/grants`;
    expect((await jonas.delete(`${path}/${grant.id}`)).status).toBe(204);
    expect(await grantsSeenBy(maya, space)).toEqual([]);
    expect((await ines.get(`/api/spaces/${space}`)).code).toBe("no-such-space");
    expect((await send(server, "GET", `/api/grants/${grant.code}`)).code).toBe("grant-invalid");
    expect((await ines.post(`/api/grants/${grant.code}/accept`)).code).toBe("grant-invalid");
    const second = await offerGrant(maya, space, { rooms: ["needs"], until });
    await ines.post(`/api/grants/${second.code}/accept`);
    expect((await ines.delete(`${path}/${second.id}`)).status).toBe(204);
    expect(await grantsSeenBy(maya, space)).toEqual([]);
  });

  it("has ended for a partner who ends it again, and for nobody else (S13)", async () => {
    const server = await startWorkspace();
    const { maya, jonas, ines, space, grant } = await coupleWithCounsellor(server);
    const path = `/api/spaces/${space}/grants/${grant.id}`;
    for (const partner of [maya, maya, jonas])
      expect((await partner.delete(path)).status).toBe(204);
    expect((await ines.delete(path)).code).toBe("no-such-space");
    const dora = await signUp(server, "Dora");
    const elsewhere = `/api/spaces/${await createSpace(dora)}/grants/${grant.id}`;
    expect((await dora.delete(elsewhere)).code).toBe("grant-invalid");
  });

  it("is not for another observer of the space to end", async () => {
    const server = await startWorkspace();
    const { maya, ines, space, until } = await coupleWithCounsellor(server);
    const others = await offerGrant(maya, space, { rooms: ["goals"], until });
    const answer = await ines.delete(`/api/spaces/${space}/grants/${others.id}`);
    expect([answer.status, answer.code]).toEqual([404, "grant-invalid"]);
  });

  it("ends by itself", async () => {
    const clock = makeTestClock();
    const server = await startWorkspace({ clock });
    const { maya, ines, space, grant } = await coupleWithCounsellor(server);
    clock.advance(hour);
    expect(await grantsSeenBy(maya, space)).toEqual([]);
    expect((await ines.get(`/api/spaces/${space}`)).code).toBe("no-such-space");
    expect((await ines.get("/api/me")).body).toMatchObject({ observing: [] });
    const answer = await send(server, "GET", `/api/grants/${grant.code}`);
    expect([answer.status, answer.code]).toEqual([410, "grant-expired"]);
    const consent = await maya.post(`/api/spaces/${space}/grants/${grant.id}/consent`);
    expect([consent.status, consent.code]).toEqual([410, "grant-expired"]);
  });

  it("is on its observer's desk", async () => {
    const server = await startWorkspace();
    const { ines, space, until } = await coupleWithCounsellor(server);
    expect((await ines.get("/api/me")).body).toMatchObject({
      spaces: [],
      observing: [{ space, partners: ["Maya", "Jonas"], until, inEffect: true }],
    });
  });

  it("is not there where its code was never given", async () => {
    const server = await startWorkspace();
    const { maya, space } = await couple(server);
    expect((await maya.get("/api/grants/AAAAA")).code).toBe("grant-invalid");
    expect((await maya.post("/api/grants/AAAAA/accept")).code).toBe("grant-invalid");
    expect((await maya.post(`/api/spaces/${space}/grants/12345678/consent`)).code).toBe(
      "grant-invalid",
    );
    expect((await maya.delete(`/api/spaces/${space}/grants/12345678`)).code).toBe("grant-invalid");
  });
});
