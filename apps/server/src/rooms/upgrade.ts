import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";

import { parseRoom, roomName } from "@concord/domain/rooms";
import type { Admission, Close, ConnectOptions, Connection } from "@concord/sync/engine/rooms";
import { closeCodes } from "@concord/sync/protocol/close";
import { type WebSocket, WebSocketServer } from "ws";

import { readSession, type SignedIn } from "../accounts/session.ts";
import type { OriginCheck } from "../http/origin.ts";
import type { Services } from "../services.ts";
import { watchSession } from "./session-watch.ts";

/** Above the engine's own limit, so that the engine refuses with 4413 before `ws` would with 1009. */
const maxPayload = 9 * 1024 * 1024;
/** Whoever was told to go and does not let go is cut off: within a second, revoked or not (S13). */
const closeTimeout = 700;
/** Connections whose admission is still being decided; more are told to come back. */
const mostUndecided = 2000;

/** A name of its own, since the types of `ws` do not know `closeTimeout` yet. */
const transport = {
  noServer: true,
  clientTracking: true,
  maxPayload,
  closeTimeout,
  perMessageDeflate: false,
  skipUTF8Validation: true,
} as const;

const foreignOrigin = { code: closeCodes.noAccess.code, reason: "bad-origin" };

export interface SyncDoor {
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Refuses newcomers from now on. */
  readonly shut: () => void;
  readonly sockets: ReadonlySet<WebSocket>;
}

/**
 * Where documents come in: `/sync/<space>/<room…>`. A refusal accepts the socket and then closes
 * it with a code that says why, since a browser cannot see a refused upgrade.
 */
export function makeSyncDoor(services: Services, isAllowedOrigin: OriginCheck): SyncDoor {
  const server = new WebSocketServer(transport);
  let undecided = 0;
  let open = true;

  async function decide(ws: WebSocket, request: IncomingMessage): Promise<void> {
    undecided += 1;
    try {
      await enter(ws, request);
    } catch (error) {
      services.log.error({ error: String(error) }, "admission failed");
      end(ws, closeCodes.tryLater);
    } finally {
      undecided -= 1;
      // Only now, with somebody to hand them to, are frames (or the closing handshake) read.
      ws.resume();
    }
  }

  async function enter(ws: WebSocket, request: IncomingMessage): Promise<void> {
    if (!isAllowedOrigin(request.headers.origin)) return end(ws, foreignOrigin);
    const { name, ...options } = target(request);
    const room = name === null ? null : parseRoom(name);
    if (!room) return end(ws, closeCodes.noSuchRoom);
    const headers = new Headers({ cookie: request.headers.cookie ?? "" });
    const decision = await admit(services, room, headers);
    if ("code" in decision) return end(ws, decision);
    if (ws.readyState !== ws.OPEN) return;
    const { admission, signedIn } = decision;
    const connection = services.rooms.connect(roomName(room), ws, admission, options);
    const unwatch = watchSession(services, headers, signedIn);
    carry(ws, connection);
    ws.on("close", unwatch);
  }

  return {
    sockets: server.clients,
    shut: () => {
      open = false;
    },
    upgrade(request, socket, head) {
      if (!open || undecided >= mostUndecided) return refuse(socket, "503 Service Unavailable");
      if (!request.url?.startsWith("/sync/")) return refuse(socket, "404 Not Found");
      socket.on("error", () => socket.destroy());
      server.handleUpgrade(request, socket, head, (ws) => {
        // Bad bits on the wire are that connection's end, never the process's.
        ws.on("error", () => ws.terminate());
        ws.pause();
        void decide(ws, request);
      });
    },
  };
}

interface Entry {
  readonly admission: Admission;
  readonly signedIn: SignedIn;
}

/** Decides once and again, until nothing changed while deciding. */
async function admit(
  { auth, access }: Services,
  room: Parameters<Services["access"]["admit"]>[0],
  headers: Headers,
): Promise<Entry | Close> {
  for (;;) {
    const epoch = access.epoch();
    const session = await readSession(auth, headers);
    if (!session) return closeCodes.signedOut;
    const admission = await access.admit(room, session.signedIn);
    if (!admission) return closeCodes.noAccess;
    if (access.epoch() === epoch) return { admission, signedIn: session.signedIn };
  }
}

function carry(ws: WebSocket, connection: Connection): void {
  ws.on("message", (data: Buffer, isBinary: boolean) => {
    if (isBinary) return connection.receive(data);
    connection.disconnected();
    end(ws, closeCodes.malformed);
  });
  ws.on("close", () => connection.disconnected());
}

function target(request: IncomingMessage): { name: string | null } & ConnectOptions {
  const url = URL.parse(request.url ?? "", "http://localhost");
  return {
    name: url && safelyDecoded(url.pathname.slice("/sync/".length)),
    acknowledge: url?.searchParams.get("ack") === "1",
    epoch: url?.searchParams.get("epoch") ?? null,
  };
}

function safelyDecoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

const end = (ws: WebSocket, { code, reason }: Close): void => ws.close(code, reason);

export function refuse(socket: Duplex, status: string): void {
  socket.on("error", () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}
