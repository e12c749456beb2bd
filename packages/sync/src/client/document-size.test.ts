import { expect, onTestFinished, test } from "vitest";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";

import { makeRooms } from "../engine/rooms.ts";
import { makeMemoryLog } from "../testing/memory-log.ts";
import { realClock, serveRooms } from "../testing/room-server.ts";
import { until } from "../testing/until.ts";
import { makeDocumentSize } from "./document-size.ts";

test("L6 a page hears that its document fills up, and hears it again on another connection", async () => {
  const limits = { fillingBytes: 100, nearlyFullBytes: 1000 };
  const rooms = makeRooms({ log: makeMemoryLog(), clock: realClock, report: () => {}, limits });
  const server = await serveRooms(rooms);
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(server.url, "room", doc, {
    params: { person: "ada", ack: "1" },
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    maxBackoffTime: 100,
  });
  const size = makeDocumentSize(provider);
  const seen: string[] = [];
  size.subscribe((now) => seen.push(now));
  onTestFinished(async () => {
    size.destroy();
    provider.destroy();
    await rooms.stop();
    await server.stop();
  });
  doc.getText("t").insert(0, "x".repeat(200));
  await until(() => size.current === "filling", "told that it fills up");
  doc.getText("t").insert(0, "x".repeat(2000));
  await until(() => size.current === "nearly-full", "told that it is nearly full");
  server.cut();
  await until(() => seen.length === 4, "told again");
  expect(seen).toEqual(["filling", "nearly-full", "roomy", "nearly-full"]);
});
