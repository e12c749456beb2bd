import { describe, expect, it, onTestFinished } from "vitest";

import type { RunningServer } from "../server.ts";
import { makeTestClock } from "../testing/clock.ts";
import {
  couple,
  coupleWithCounsellor,
  createSpace,
  invite,
  offerGrant,
  type Person,
  signUp,
  startWorkspace,
} from "../testing/workspace.ts";
import { eventually } from "../testing/eventually.ts";

/** Reads somebody's events for as long as the test runs. */
async function listen({ app }: RunningServer, { cookie }: Person) {
  const abort = new AbortController();
  onTestFinished(() => abort.abort());
  const response = await app.request("/api/events", {
    headers: { cookie },
    signal: abort.signal,
  });
  const heard = { text: "", ended: false };
  const decoder = new TextDecoder();
  const read = async () => {
    for await (const chunk of response.body ?? []) heard.text += decoder.decode(chunk);
    heard.ended = true;
  };
  void read().catch(() => undefined);
  await eventually(() => expect(heard.text).toContain("welcome"));
  return {
    response,
    ended: () => heard.ended,
    text: () => heard.text,
    changes: () => heard.text.match(/event: changed\ndata: .*\n\n/g) ?? [],
  };
}

describe("events", () => {
  it("tell the inviter that the partner has come", async () => {
    const server = await startWorkspace();
    const maya = await signUp(server, "Maya");
    const jonas = await signUp(server, "Jonas");
    const space = await createSpace(maya);
    const { code } = await invite(maya, space);
    const events = await listen(server, maya);
    expect(events.response.headers.get("content-type")).toMatch(/^text\/event-stream/);
    await jonas.post(`/api/invitations/${code}/accept`);
    await eventually(() =>
      expect(events.changes()).toEqual([`event: changed\ndata: {"space":"${space}"}\n\n`]),
    );
  });

  it("tell both partners each step of a grant, and its observer what concerns them", async () => {
    const server = await startWorkspace();
    const { maya, jonas, space } = await couple(server);
    const ines = await signUp(server, "Ines");
    const [partner, observer] = [await listen(server, jonas), await listen(server, ines)];
    const grant = await offerGrant(maya, space, { rooms: ["needs"], until: Date.now() + 10_000 });
    await ines.post(`/api/grants/${grant.code}/accept`);
    await jonas.post(`/api/spaces/${space}/grants/${grant.id}/consent`);
    await maya.delete(`/api/spaces/${space}/grants/${grant.id}`);
    await eventually(() => expect(partner.changes()).toHaveLength(4));
    await eventually(() => expect(observer.changes()).toHaveLength(3));
  });

  it("tell an observer nothing of another's grant, and a stranger nothing at all (S14)", async () => {
    const server = await startWorkspace();
    const { maya, ines, space, until } = await coupleWithCounsellor(server);
    const dora = await signUp(server, "Dora");
    const [observer, stranger] = [await listen(server, ines), await listen(server, dora)];
    const partner = await listen(server, maya);
    const other = await offerGrant(maya, space, { rooms: ["goals"], until });
    await maya.delete(`/api/spaces/${space}/grants/${other.id}`);
    await eventually(() => expect(partner.changes()).toHaveLength(2));
    expect([observer.changes(), stranger.changes()]).toEqual([[], []]);
  });

  it("tell a lapsed observer nothing", async () => {
    const clock = makeTestClock();
    const server = await startWorkspace({ clock });
    const [maya, jonas] = [await signUp(server, "Maya"), await signUp(server, "Jonas")];
    const ines = await signUp(server, "Ines");
    const space = await createSpace(maya);
    const until = clock.now() + 1000;
    const grant = await offerGrant(maya, space, { rooms: ["needs"], until });
    await ines.post(`/api/grants/${grant.code}/accept`);
    clock.advance(1000);
    const [partner, lapsed] = [await listen(server, maya), await listen(server, ines)];
    const { code } = await invite(maya, space);
    await jonas.post(`/api/invitations/${code}/accept`);
    await maya.delete(`/api/spaces/${space}/grants/${grant.id}`);
    await eventually(() => expect(partner.changes()).toHaveLength(2));
    expect(lapsed.changes()).toEqual([]);
  });

  it("end with the session", async () => {
    const server = await startWorkspace();
    const maya = await signUp(server, "Maya");
    const events = await listen(server, maya);
    await maya.post("/api/auth/sign-out");
    await eventually(() => expect(events.ended()).toBe(true));
  });

  it("say from time to time that they are still there, until the session has run out", async () => {
    const clock = makeTestClock();
    const server = await startWorkspace({ clock });
    const events = await listen(server, await signUp(server, "Maya"));
    clock.advance(25_000);
    await eventually(() => expect(events.text()).toContain("still here"));
    clock.advance(31 * 24 * 60 * 60 * 1000);
    await eventually(() => expect(events.ended()).toBe(true));
  });

  it("end when the server stops", async () => {
    const server = await startWorkspace();
    const events = await listen(server, await signUp(server, "Maya"));
    await server.stop();
    await eventually(() => expect(events.ended()).toBe(true));
  });

  it("tell both partners within a second that something was declared, and nobody else", async () => {
    const server = await startWorkspace();
    const { maya, jonas, ines, space } = await coupleWithCounsellor(server);
    const [partner, own] = [await listen(server, jonas), await listen(server, maya)];
    const observer = await listen(server, ines);
    const body = { kind: "calendar", subject: "calendar", body: {} };
    const start = performance.now();
    await maya.post(`/api/spaces/${space}/declarations`, body);
    const told = `event: declared\ndata: {"space":"${space}"}`;
    await eventually(() => expect(partner.text()).toContain(told));
    expect(performance.now() - start).toBeLessThan(1000);
    await eventually(() => expect(own.text()).toContain(told));
    expect(observer.text()).not.toContain("declared");
    expect(partner.changes()).toEqual([]);
  });
});
