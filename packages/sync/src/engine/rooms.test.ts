import { afterEach, expect, test } from "vitest";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";

import { makeMemoryLog } from "../testing/memory-log.ts";
import { realClock, serveRooms } from "../testing/room-server.ts";
import { until } from "../testing/until.ts";
import { makeRooms } from "./rooms.ts";

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function start(log = makeMemoryLog()) {
  const rooms = makeRooms({ log, clock: realClock, report: () => {} });
  const server = await serveRooms(rooms);
  cleanups.push(async () => {
    await rooms.stop();
    await server.stop();
  });
  return { rooms, server, log };
}

function join(url: string, person: string, role: "writer" | "reader" = "writer") {
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(url, "room", doc, {
    params: { person, role },
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  });
  cleanups.push(() => {
    provider.destroy();
    doc.destroy();
  });
  return { doc, provider, text: doc.getText("t") };
}

test("P1 R1 two stock providers write together and an observer follows", async () => {
  const { server } = await start();
  const a = join(server.url, "ada");
  const b = join(server.url, "ben");
  const c = join(server.url, "cleo", "reader");
  a.text.insert(0, "hello ");
  b.text.insert(0, "world ");
  await until(() => a.text.length === 12 && c.text.toJSON() === a.text.toJSON());
  expect(b.text.toJSON()).toBe(a.text.toJSON());
});

test("D1 a document outlives the rooms that served it", async () => {
  const log = makeMemoryLog();
  const first = await start(log);
  const a = join(first.server.url, "ada");
  a.text.insert(0, "kept");
  await until(() => a.provider.synced);
  await first.rooms.write("room", "server", Y.encodeStateAsUpdate(new Y.Doc()));
  await until(() => a.provider.wsconnected);
  await first.rooms.stop();
  const second = await start(log);
  const b = join(second.server.url, "ben");
  await until(() => b.text.toJSON() === "kept");
  expect(b.provider.synced).toBe(true);
});

test("W1 everybody sees who else is there, an observer too, and nobody who has left", async () => {
  const { server } = await start();
  const a = join(server.url, "ada");
  const b = join(server.url, "ben");
  const c = join(server.url, "cleo", "reader");
  const seenBy = (who: typeof a) =>
    [...who.provider.awareness.getStates().values()].map((state) => state["user"]?.id as unknown);
  await until(() => ["ben", "cleo"].every((id) => seenBy(a).includes(id)), "ada sees both");
  await until(() => ["ada", "cleo"].every((id) => seenBy(b).includes(id)), "ben sees both");
  c.provider.destroy();
  await until(() => !seenBy(a).includes("cleo"), "cleo is gone");
  expect(seenBy(b)).toContain("ada");
});
