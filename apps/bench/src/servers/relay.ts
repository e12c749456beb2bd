import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import { type WebSocket, WebSocketServer } from "ws";

import { answerRunner } from "./control.ts";

/** The limit of a plain design on `ws`: what one sends goes to the others, and nowhere else. */
const rooms = new Map<string, Set<WebSocket>>();
const http = createServer();
const server = new WebSocketServer({
  server: http,
  perMessageDeflate: false,
  skipUTF8Validation: true,
});

server.on("connection", (ws, request) => {
  const name = request.url ?? "";
  const room = rooms.get(name) ?? new Set();
  rooms.set(name, room.add(ws));
  ws.on("message", (data: Buffer) => {
    for (const other of room) if (other !== ws) other.send(data);
  });
  ws.on("close", () => {
    room.delete(ws);
    if (room.size === 0) rooms.delete(name);
  });
  ws.on("error", () => ws.terminate());
});

http.listen(0, "127.0.0.1", 4096, () => {
  const { port } = http.address() as AddressInfo;
  answerRunner({ port, cookies: [] }, () => undefined);
});
