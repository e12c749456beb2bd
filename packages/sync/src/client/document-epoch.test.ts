import { expect, onTestFinished, test } from "vitest";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";

import { makeRooms } from "../engine/rooms.ts";
import { makeMemoryLog } from "../testing/memory-log.ts";
import { realClock, serveRooms } from "../testing/room-server.ts";
import { Writer, textInLog } from "../testing/stage.ts";
import { until } from "../testing/until.ts";
import { makeDocumentEpoch } from "./document-epoch.ts";

/** A server at one address, whose log can be replaced by another one with the same words. */
async function start() {
  const open = async (port?: number) => {
    const log = makeMemoryLog();
    const rooms = makeRooms({ log, clock: realClock, report: () => {} });
    await rooms.write("room", "ben", new Writer(port ? 2 : 1).write("words"));
    return { log, rooms, server: await serveRooms(rooms, port) };
  };
  const running = await open();
  const end = async () => {
    await running.rooms.stop();
    await running.server.stop();
  };
  onTestFinished(end);
  const { url } = running.server;
  const epoch = async () => (await running.log.load("room")).epoch;
  const makeAnew = async () => {
    await end();
    Object.assign(running, await open(Number(new URL(url).port)));
  };
  return { url, running, epoch, makeAnew };
}

function join(url: string, copy?: { readonly epoch: string | null; readonly update: Uint8Array }) {
  const doc = new Y.Doc();
  if (copy) Y.applyUpdate(doc, copy.update);
  const provider = new WebsocketProvider(url, "room", doc, {
    connect: false,
    params: { person: "ada", ack: "1" },
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    maxBackoffTime: 100,
  });
  const source = makeDocumentEpoch(provider);
  if (copy?.epoch) source.adopt(copy.epoch);
  const told: string[] = [];
  source.subscribe((epoch) => told.push(epoch));
  const closes: number[] = [];
  provider.on("closed", ({ code }) => closes.push(code));
  provider.connect();
  onTestFinished(() => {
    source.destroy();
    provider.destroy();
    doc.destroy();
  });
  const synced = () => until(() => provider.synced, "synced");
  return { doc, provider, source, told, closes, synced, text: doc.getText("t") };
}

test("E3 a client without a copy is told once, and names it from then on", async () => {
  const { url, epoch, running } = await start();
  const ada = join(url);
  await ada.synced();
  expect(ada.source.current).toBe(await epoch());
  expect(ada.provider.url).toContain(`epoch=${await epoch()}`);
  running.server.cut();
  await until(() => !ada.provider.synced, "cut");
  await ada.synced();
  expect(ada.told).toEqual([await epoch()]);
});

test("E3 a copy that has no epoch yet takes on the one it is told", async () => {
  const { url, epoch, running } = await start();
  const ada = join(url, { epoch: null, update: new Writer(3).write("mine ") });
  await ada.synced();
  expect(ada.told).toEqual([await epoch()]);
  await until(() => ada.text.length === 10, "merged");
  await running.rooms.read("room");
  expect(await textInLog(running.log)).toBe(ada.text.toJSON());
});

test("E3 a copy of the room that is there comes back as ever", async () => {
  const { url, epoch, running } = await start();
  const update = await running.rooms.read("room");
  const ada = join(url, { epoch: await epoch(), update });
  await ada.synced();
  expect(ada.told).toEqual([]);
  expect(ada.text.toJSON()).toBe("words");
});

test("E4 of a room made anew meanwhile a client has nothing twice, and begins afresh", async () => {
  const { url, makeAnew, epoch, running } = await start();
  const ada = join(url);
  await ada.synced();
  ada.text.insert(5, " and more");
  await makeAnew();
  await until(() => ada.closes.length > 0, "sent away");
  expect(ada.closes).toEqual([4409]);
  expect(ada.provider.shouldConnect).toBe(false);
  expect(ada.text.toJSON()).toBe("words and more");
  expect(await textInLog(running.log)).toBe("words");
  const again = join(url);
  await again.synced();
  expect(again.text.toJSON()).toBe("words");
  expect(again.told).toEqual([await epoch()]);
});
