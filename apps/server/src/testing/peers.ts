import { randomBytes } from "node:crypto";
import { get } from "node:http";
import type { Duplex } from "node:stream";

import { onTestFinished } from "vitest";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";

import type { RunningServer } from "../server.ts";
import { eventually } from "./eventually.ts";

interface Wearing {
  readonly cookie?: string;
  readonly origin?: string;
  /** The address that a proxy on this machine has added. */
  readonly forwardedFor?: string;
}

/** Where a server is, in this process or another. */
type Listening = Pick<RunningServer, "port">;

export interface Peer {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  /** The codes that its connections ended with. */
  readonly closes: readonly number[];
  /** A text of the document that tests write into. */
  readonly text: Y.Text;
}

/** The stock provider, with somebody's cookie: Node's WebSocket can carry none. */
export function peer(
  server: Listening,
  { cookie = "" }: Wearing,
  room: string,
  params: Record<string, string> = {},
): Peer {
  const doc = new Y.Doc();
  const closes: number[] = [];
  const provider = new WebsocketProvider(`ws://127.0.0.1:${server.port}/sync`, room, doc, {
    params,
    WebSocketPolyfill: withHeaders({ cookie }),
    disableBc: true,
    maxBackoffTime: 100,
  });
  provider.on("connection-close", (event) => {
    if (event) closes.push(event.code);
  });
  onTestFinished(() => {
    provider.destroy();
    doc.destroy();
  });
  return { doc, provider, closes, text: doc.getText("text") };
}

function withHeaders(headers: Record<string, string>): typeof globalThis.WebSocket {
  const Socket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols, { headers });
    }
  };
  // `ws` has all of the DOM's WebSocket that the provider uses.
  return Socket as unknown as typeof globalThis.WebSocket;
}

export const synced = ({ provider }: Peer): Promise<void> =>
  eventually(() => {
    if (!provider.synced) throw new Error("not synced yet");
  });

export interface RawSocket {
  readonly ws: WebSocket;
  readonly frames: readonly Uint8Array[];
  /** How it ended, as soon as it has. */
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
}

/** A bare connection, for frames that no provider would send. */
export function raw(
  server: Listening,
  { cookie = "", origin, forwardedFor }: Wearing,
  path: string,
): RawSocket {
  const ws = new WebSocket(`ws://127.0.0.1:${server.port}${path}`, {
    headers: {
      cookie,
      ...(origin === undefined ? {} : { origin }),
      ...(forwardedFor === undefined ? {} : { "x-forwarded-for": forwardedFor }),
    },
  });
  const frames: Uint8Array[] = [];
  ws.on("message", (data: Buffer) => void frames.push(new Uint8Array(data)));
  ws.on("error", () => undefined);
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    ws.on("close", (code, reason) => resolve({ code, reason: reason.toString() }));
  });
  onTestFinished(() => ws.terminate());
  return { ws, frames, closed };
}

/** A client that was admitted and then answers nothing, not even being told to go. */
export async function unheeding(
  server: RunningServer,
  { cookie = "" }: Wearing,
  path: string,
): Promise<{ readonly ended: Promise<void> }> {
  const request = get({
    host: "127.0.0.1",
    port: server.port,
    path,
    headers: {
      cookie,
      connection: "Upgrade",
      upgrade: "websocket",
      "sec-websocket-version": "13",
      "sec-websocket-key": randomBytes(16).toString("base64"),
    },
  });
  const socket = await new Promise<Duplex>((resolve, reject) => {
    request.once("error", reject);
    request.once("upgrade", (_, upgraded) => resolve(upgraded));
  });
  onTestFinished(() => void socket.destroy());
  const ended = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  // Whoever is answered was let into the room. A mask of zeros changes nothing.
  socket.write(Buffer.from([0x82, 0x80 | step1.length, 0, 0, 0, 0, ...step1]));
  await new Promise<void>((resolve) => socket.once("data", () => resolve()));
  socket.resume();
  return { ended };
}

/** SyncStep1 with an empty state vector. */
export const step1 = Uint8Array.of(0, 0, 1, 0);

/** Waits until the room answers: whoever gets this far was admitted. */
export async function entered(socket: RawSocket): Promise<void> {
  await opened(socket);
  const before = socket.frames.length;
  socket.ws.send(step1);
  await eventually(() => {
    if (!socket.frames.slice(before).some((frame) => frame[0] === 0 && frame[1] === 1))
      throw new Error("no answer yet");
  });
}

export const opened = ({ ws }: RawSocket): Promise<void> =>
  new Promise((resolve) => {
    if (ws.readyState === ws.OPEN) resolve();
    else ws.once("open", () => resolve());
  });
