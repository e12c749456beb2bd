import { describe, expect, it } from "vitest";

import { entered, opened, peer, raw, step1, synced } from "../testing/peers.ts";
import { couple, startWorkspace, temporaryFolder } from "../testing/workspace.ts";
import { eventually } from "../testing/eventually.ts";

describe("two partners in one room", () => {
  it("read each other's words as they are written", async () => {
    const server = await startWorkspace();
    const { maya, jonas, space } = await couple(server);
    const hers = peer(server, maya, `${space}/needs`);
    const his = peer(server, jonas, `${space}/needs`);
    await Promise.all([synced(hers), synced(his)]);
    hers.text.insert(0, "calm ");
    his.text.insert(0, "walks ");
    await eventually(() => {
      expect(hers.text.toJSON()).toHaveLength(11);
      expect(his.text.toJSON()).toBe(hers.text.toJSON());
    });
  });

  it("are seen under the names that the server knows, whatever they say (S4)", async () => {
    const server = await startWorkspace();
    const { maya, jonas, space } = await couple(server);
    const hers = peer(server, maya, `${space}/needs`);
    const his = peer(server, jonas, `${space}/needs`);
    hers.provider.awareness.setLocalStateField("user", { name: "Jonas" });
    await eventually(() => {
      const seen = his.provider.awareness.getStates().get(hers.doc.clientID);
      expect(seen?.["user"]).toMatchObject({ id: maya.id, name: "Maya", seat: 1, role: "partner" });
    });
  });

  it("find everything again after a restart, and come back by themselves", async () => {
    const dataDir = await temporaryFolder();
    const first = await startWorkspace({ dataDir });
    const { maya, jonas, space } = await couple(first);
    const hers = peer(first, maya, `${space}/needs`);
    await synced(hers);
    hers.text.insert(0, "before, ");
    await eventually(async () => expect((await read(first, space)).length).toBeGreaterThan(2));
    await first.stop();
    await eventually(() => expect(hers.closes).toEqual([1012]));
    hers.text.insert(8, "meanwhile, ");
    const second = await startWorkspace({ dataDir, port: first.port });
    await synced(hers);
    const his = peer(second, jonas, `${space}/needs`);
    await eventually(() => expect(his.text.toJSON()).toBe("before, meanwhile, "));
  });

  it("have rooms apart from each other", async () => {
    const server = await startWorkspace();
    const { maya, jonas, space } = await couple(server);
    const needs = peer(server, maya, `${space}/needs`);
    const agreement = peer(server, jonas, `${space}/agreement/12345678`);
    await Promise.all([synced(needs), synced(agreement)]);
    agreement.text.insert(0, "elsewhere");
    const again = peer(server, maya, `${space}/agreement/12345678`);
    await eventually(() => expect(again.text.toJSON()).toBe("elsewhere"));
    expect(needs.text.toJSON()).toBe("");
  });
});

describe("a connection", () => {
  it("is answered for what it sent before it was admitted", async () => {
    const server = await startWorkspace();
    const { maya, space } = await couple(server);
    const socket = raw(server, maya, `/sync/${space}/needs`);
    socket.ws.once("open", () => socket.ws.send(step1));
    // SyncStep2 of an empty document.
    await eventually(() => expect(socket.frames.map((frame) => frame[1])).toContain(1));
  });

  it("hears what is durable only where it asked for it", async () => {
    const server = await startWorkspace();
    const { maya, space } = await couple(server);
    const asking = raw(server, maya, `/sync/${space}/needs?ack=1`);
    const stock = raw(server, maya, `/sync/${space}/needs`);
    // SyncStep2 with an update that changes nothing.
    const frame = Uint8Array.of(0, 1, 2, 0, 0);
    for (const socket of [asking, stock]) {
      await opened(socket);
      socket.ws.send(frame);
      socket.ws.send(step1);
    }
    await eventually(() => expect(asking.frames).toContainEqual(Uint8Array.of(100, 1)));
    await eventually(() => expect(stock.frames.map((one) => one[1])).toContain(1));
    expect(stock.frames.some((one) => one[0] === 100)).toBe(false);
  });

  it("is told to come back when the server stops, within a second", async () => {
    const server = await startWorkspace();
    const { maya, space } = await couple(server);
    const socket = raw(server, maya, `/sync/${space}/needs`);
    await entered(socket);
    const start = performance.now();
    await server.stop();
    expect(await socket.closed).toMatchObject({ code: 1012 });
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

const read = (
  { services }: Awaited<ReturnType<typeof startWorkspace>>,
  space: string,
): Promise<Uint8Array> => services.rooms.read(`${space}/needs`);
