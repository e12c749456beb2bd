import { describe, expect, it } from "vitest";
import * as Y from "yjs";

import { makeTestClock } from "../testing/clock.ts";
import { entered, peer, raw, synced, unheeding } from "../testing/peers.ts";
import {
  couple,
  coupleWithCounsellor,
  offerGrant,
  signIn,
  signUp,
  startWorkspace,
} from "../testing/workspace.ts";
import { eventually } from "../testing/eventually.ts";

const hour = 60 * 60 * 1000;

describe("a grant's end", () => {
  it("closes its observer's connections within a second, and nobody else's (S13)", async () => {
    const server = await startWorkspace();
    const { maya, jonas, ines, space, grant } = await coupleWithCounsellor(server);
    const his = peer(server, jonas, `${space}/needs`);
    const sockets = [1, 2].map(() => raw(server, ines, `/sync/${space}/needs`));
    await Promise.all([synced(his), ...sockets.map(entered)]);
    const start = performance.now();
    await maya.delete(`/api/spaces/${space}/grants/${grant.id}`);
    for (const { closed } of sockets)
      expect(await closed).toEqual({ code: 4403, reason: "no-access" });
    expect(performance.now() - start).toBeLessThan(1000);
    expect(his.closes).toEqual([]);
    expect(await raw(server, ines, `/sync/${space}/needs`).closed).toMatchObject({ code: 4403 });
  });

  it("does so where the observer's client does not let go (S13)", async () => {
    const server = await startWorkspace();
    const { maya, ines, space, grant } = await coupleWithCounsellor(server);
    const socket = await unheeding(server, ines, `/sync/${space}/needs`);
    const start = performance.now();
    await maya.delete(`/api/spaces/${space}/grants/${grant.id}`);
    await socket.ended;
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it("leaves the observer what another grant still opens", async () => {
    const server = await startWorkspace();
    const { maya, jonas, ines, space, grant, until } = await coupleWithCounsellor(server);
    const other = await offerGrant(maya, space, { rooms: ["goals"], until });
    await ines.post(`/api/grants/${other.code}/accept`);
    await jonas.post(`/api/spaces/${space}/grants/${other.id}/consent`);
    const needs = raw(server, ines, `/sync/${space}/needs`);
    const goals = peer(server, ines, `${space}/goals`);
    await Promise.all([entered(needs), synced(goals)]);
    await maya.delete(`/api/spaces/${space}/grants/${grant.id}`);
    expect(await needs.closed).toMatchObject({ code: 4403 });
    const hers = peer(server, maya, `${space}/goals`);
    await synced(hers);
    hers.text.insert(0, "still seen");
    await eventually(() => expect(goals.text.toJSON()).toBe("still seen"));
    expect(goals.closes).toEqual([]);
  });

  it("comes by itself at the time that was named", async () => {
    const clock = makeTestClock();
    const server = await startWorkspace({ clock });
    const { ines, space } = await coupleWithCounsellor(server);
    const socket = raw(server, ines, `/sync/${space}/needs`);
    await entered(socket);
    clock.advance(hour - 1);
    expect(socket.ws.readyState).toBe(socket.ws.OPEN);
    clock.advance(1);
    expect(await socket.closed).toEqual({ code: 4403, reason: "no-access" });
  });
});

describe("before a grant is in effect", () => {
  it("its observer does not enter, and does so at once when the second partner consents", async () => {
    const server = await startWorkspace();
    const { maya, jonas, space } = await couple(server);
    const ines = await signUp(server, "Ines");
    const until = Date.now() + hour;
    const grant = await offerGrant(maya, space, { rooms: ["needs"], until });
    await ines.post(`/api/grants/${grant.code}/accept`);
    expect(await raw(server, ines, `/sync/${space}/needs`).closed).toMatchObject({ code: 4403 });
    await jonas.post(`/api/spaces/${space}/grants/${grant.id}/consent`);
    await synced(peer(server, ines, `${space}/needs`));
  });
});

describe("a session's end", () => {
  it("closes what was open in it, and leaves the person's other session (S23)", async () => {
    const server = await startWorkspace();
    const { maya, space } = await couple(server);
    const elsewhere = await signIn(server, "Maya");
    const here = raw(server, maya, `/sync/${space}/needs`);
    const there = peer(server, elsewhere, `${space}/needs`);
    await Promise.all([entered(here), synced(there)]);
    await maya.post("/api/auth/sign-out");
    expect(await here.closed).toEqual({ code: 4401, reason: "signed-out" });
    there.text.insert(0, "still here");
    await eventually(async () => {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, await server.services.rooms.read(`${space}/needs`));
      expect(doc.getText("text").toJSON()).toBe("still here");
    });
    expect(there.closes).toEqual([]);
  });

  it("waits where the session was prolonged meanwhile", async () => {
    const clock = makeTestClock();
    const server = await startWorkspace({ clock });
    const { maya, space } = await couple(server);
    const socket = raw(server, maya, `/sync/${space}/needs`);
    await entered(socket);
    const { internalAdapter } = await server.services.auth.$context;
    const [session] = await internalAdapter.listSessions(maya.id);
    const expiresAt = new Date(clock.now() + 60 * 24 * hour);
    await internalAdapter.updateSession(session?.token ?? "", { expiresAt });
    clock.advance(31 * 24 * hour);
    await entered(socket);
    expect(socket.ws.readyState).toBe(socket.ws.OPEN);
    clock.advance(30 * 24 * hour);
    expect(await socket.closed).toMatchObject({ code: 4401 });
  });

  it("comes by itself when it has run out and was not prolonged", async () => {
    const clock = makeTestClock();
    const server = await startWorkspace({ clock });
    const { maya, space } = await couple(server);
    const socket = raw(server, maya, `/sync/${space}/needs`);
    await entered(socket);
    const { internalAdapter } = await server.services.auth.$context;
    const [session] = await internalAdapter.listSessions(maya.id);
    await internalAdapter.updateSession(session?.token ?? "", { expiresAt: new Date(0) });
    clock.advance(31 * 24 * hour);
    expect(await socket.closed).toEqual({ code: 4401, reason: "signed-out" });
  });
});
