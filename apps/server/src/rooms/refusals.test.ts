import { get } from "node:http";
import { connect } from "node:net";

import { describe, expect, it } from "vitest";
import * as Y from "yjs";

import { entered, opened, peer, raw, synced } from "../testing/peers.ts";
import { couple, coupleWithCounsellor, signUp, startWorkspace } from "../testing/workspace.ts";
import { eventually } from "../testing/eventually.ts";

const mebibyte = 2 ** 20;

describe("at the door of a room", () => {
  it("nobody enters without a session", async () => {
    const server = await startWorkspace();
    const { space } = await couple(server);
    for (const cookie of ["", "concord.session_token=forged.forged", "nonsense"]) {
      const { closed } = raw(server, { cookie }, `/sync/${space}/needs`);
      expect(await closed).toEqual({ code: 4401, reason: "signed-out" });
    }
  });

  it("no page of another site enters, with whatever cookie", async () => {
    const server = await startWorkspace();
    const { maya, space } = await couple(server);
    for (const origin of ["https://evil.example", "null"]) {
      const { closed } = raw(server, { cookie: maya.cookie, origin }, `/sync/${space}/needs`);
      expect(await closed).toEqual({ code: 4403, reason: "bad-origin" });
    }
    const origin = `http://localhost:${server.port}`;
    const ours = raw(server, { cookie: maya.cookie, origin }, `/sync/${space}/needs`);
    await entered(ours);
  });

  it("a room that cannot be says so", async () => {
    const server = await startWorkspace();
    const { maya, space } = await couple(server);
    for (const path of [`${space}/diary`, `${space}/agreement/x`, space, "", "%", "a/needs"]) {
      const { closed } = raw(server, maya, `/sync/${path}`);
      expect(await closed).toEqual({ code: 4404, reason: "no-such-room" });
    }
  });

  it("a stranger learns nothing of whether a space exists (S14)", async () => {
    const server = await startWorkspace();
    const { space } = await couple(server);
    const dora = await signUp(server, "Dora");
    for (const id of [space, "11111111-1111-4111-8111-111111111111"]) {
      const { closed } = raw(server, dora, `/sync/${id}/needs`);
      expect(await closed).toEqual({ code: 4403, reason: "no-access" });
    }
  });

  it("a refused client that is the stock provider stays away", async () => {
    const server = await startWorkspace();
    const { space } = await couple(server);
    const dora = await signUp(server, "Dora");
    const stranger = peer(server, dora, `${space}/needs`);
    await eventually(() => expect(stranger.closes).toEqual([4403]));
    expect(stranger.provider.shouldConnect).toBe(false);
  });

  it("other addresses take no WebSocket", async () => {
    const server = await startWorkspace();
    const status = await new Promise<number | undefined>((resolve) => {
      const headers = { connection: "Upgrade", upgrade: "websocket" };
      get({ port: server.port, path: "/elsewhere", headers }, (response) =>
        resolve(response.statusCode),
      );
    });
    expect(status).toBe(404);
  });

  it("who is refused and does not hang up is let go of all the same", async () => {
    const server = await startWorkspace();
    const socket = connect({ port: server.port, host: "127.0.0.1", allowHalfOpen: true });
    socket.on("error", () => undefined).resume();
    socket.write("GET /elsewhere HTTP/1.1\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n");
    await new Promise((ended) => socket.once("end", ended));
    // Writing to who has let go fails.
    await eventually(() => {
      socket.write("still here");
      expect(socket.destroyed).toBe(true);
    });
  });
});

describe("a frame that is not to be understood", () => {
  it.each([
    ["unknown message type", Uint8Array.of(77, 1, 2)],
    ["cut-off update", Uint8Array.of(0, 2, 9, 1)],
    ["update of garbage", Uint8Array.of(0, 2, 4, 255, 255, 255, 255)],
    ["empty frame", new Uint8Array()],
  ])("ends its own connection and nothing else: %s", async (_, frame) => {
    const server = await startWorkspace();
    const { maya, jonas, space } = await couple(server);
    const his = peer(server, jonas, `${space}/needs`);
    await synced(his);
    const socket = raw(server, maya, `/sync/${space}/needs`);
    await opened(socket);
    socket.ws.send(frame);
    expect(await socket.closed).toEqual({ code: 4400, reason: "malformed" });
    his.text.insert(0, "undisturbed");
    const hers = peer(server, maya, `${space}/needs`);
    await eventually(() => expect(hers.text.toJSON()).toBe("undisturbed"));
    expect(his.closes).toEqual([]);
  });

  it("is one of text", async () => {
    const server = await startWorkspace();
    const { maya, space } = await couple(server);
    const socket = raw(server, maya, `/sync/${space}/needs`);
    await opened(socket);
    socket.ws.send("hello");
    expect(await socket.closed).toMatchObject({ code: 4400 });
  });

  it("is one too large, which the client is told so that it does not try again", async () => {
    const server = await startWorkspace();
    const { maya, space } = await couple(server);
    const socket = raw(server, maya, `/sync/${space}/needs`);
    await opened(socket);
    socket.ws.send(new Uint8Array(8 * mebibyte + 1));
    expect(await socket.closed).toEqual({ code: 4413, reason: "too-large" });
  });

  it("is one beyond all measure, or not of the protocol's bits, and the process lives on", async () => {
    const server = await startWorkspace();
    const { maya, jonas, space } = await couple(server);
    const huge = raw(server, maya, `/sync/${space}/needs`);
    await opened(huge);
    huge.ws.send(new Uint8Array(20 * mebibyte));
    expect(await huge.closed).toMatchObject({ code: 1009 });
    const broken = raw(server, maya, `/sync/${space}/needs`);
    broken.ws.once("upgrade", (response) => response.socket.write(Uint8Array.of(0xf2, 0x80, 1)));
    expect(await broken.closed).toMatchObject({ code: 1002 });
    await synced(peer(server, jonas, `${space}/needs`));
  });
});

describe("an observer", () => {
  it("reads live what they were admitted to, and is seen doing so (S12)", async () => {
    const server = await startWorkspace();
    const { maya, ines, space } = await coupleWithCounsellor(server);
    const hers = peer(server, maya, `${space}/needs`);
    const observer = peer(server, ines, `${space}/needs`);
    await Promise.all([synced(hers), synced(observer)]);
    hers.text.insert(0, "seen");
    await eventually(() => expect(observer.text.toJSON()).toBe("seen"));
    await eventually(() => {
      const users = [...hers.provider.awareness.getStates().values()].map((state) => state["user"]);
      expect(users).toContainEqual(
        expect.objectContaining({ id: ines.id, name: "Ines", role: "observer", seat: null }),
      );
    });
  });

  it("enters no other room", async () => {
    const server = await startWorkspace();
    const { ines, space } = await coupleWithCounsellor(server);
    for (const path of ["goals", "agreements", "agreement/12345678"]) {
      const { closed } = raw(server, ines, `/sync/${space}/${path}`);
      expect(await closed).toEqual({ code: 4403, reason: "no-access" });
    }
  });

  it("writes nothing, whatever frames they send (S12)", async () => {
    const server = await startWorkspace();
    const { maya, ines, space } = await coupleWithCounsellor(server);
    const hers = peer(server, maya, `${space}/needs`);
    await synced(hers);
    hers.text.insert(0, "hers");
    const forged = new Y.Doc();
    forged.getText("text").insert(0, "forged ");
    const update = Y.encodeStateAsUpdate(forged);
    const socket = raw(server, ines, `/sync/${space}/needs`);
    await opened(socket);
    for (const type of [1, 2]) socket.ws.send(Uint8Array.of(0, type, update.length, ...update));
    // The server has gone through both once it answers what came after them.
    await entered(socket);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, await server.services.rooms.read(`${space}/needs`));
    expect([doc.getText("text").toJSON(), hers.text.toJSON()]).toEqual(["hers", "hers"]);
  });
});
