// oxlint-disable no-restricted-imports -- a transport for tests alone
import type { AddressInfo } from "node:net";

import { type WebSocket, WebSocketServer } from "ws";

import type { Admission, Rooms } from "../engine/rooms.ts";
import type { Clock, Socket } from "../ports.ts";

/** Time as it is. */
export const realClock: Clock = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  soon: (run) => void setImmediate(run),
};

export interface RoomServer {
  readonly url: string;
  /** Cuts every line without a word. */
  cut(): void;
  stop(): Promise<void>;
}

/** Rooms over real sockets: `?person=…&role=…` says who comes in. */
export async function serveRooms(rooms: Rooms, port = 0): Promise<RoomServer> {
  const server = new WebSocketServer({ port, host: "127.0.0.1", perMessageDeflate: false });
  await new Promise((resolve) => server.once("listening", resolve));
  server.on("connection", (ws, request) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    const connection = rooms.connect(
      url.pathname.slice(1),
      socketOf(ws),
      admissionOf(url.searchParams),
      { acknowledge: url.searchParams.get("ack") === "1", epoch: url.searchParams.get("epoch") },
    );
    ws.on("message", (data: Buffer) => connection.receive(new Uint8Array(data)));
    ws.on("close", () => connection.disconnected());
    ws.on("error", () => ws.terminate());
  });
  const { port: bound } = server.address() as AddressInfo;
  const cut = (): void => server.clients.forEach((ws) => ws.terminate());
  return {
    url: `ws://127.0.0.1:${bound}`,
    cut,
    stop: () => {
      cut();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function socketOf(ws: WebSocket): Socket {
  return {
    send: (frame) => ws.send(frame),
    close: (code, reason) => ws.close(code, reason),
    get bufferedAmount() {
      return ws.bufferedAmount;
    },
  };
}

function admissionOf(params: URLSearchParams): Admission {
  const person = params.get("person") ?? "somebody";
  const role = params.get("role") === "reader" ? "reader" : "writer";
  return {
    person,
    session: `session of ${person}`,
    role,
    alwaysShown: role === "reader",
    user: { id: person },
    until: null,
  };
}
