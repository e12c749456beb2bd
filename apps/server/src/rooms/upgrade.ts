import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";

import { parseRoom, roomName } from "@concord/domain/rooms";
import type { Admission, Close, ConnectOptions, Connection } from "@concord/sync/engine/rooms";
import { closeCodes } from "@concord/sync/protocol/close";
import { type WebSocket, WebSocketServer } from "ws";

import type { SignedIn } from "../accounts/session.ts";
import type { OriginCheck } from "../http/origin.ts";
import type { Services } from "../services.ts";
import { type DoorLimits, type Guest, makeCrowd } from "./crowd.ts";
import { Outbox, Outboxes } from "./outbox.ts";
import { watchSession } from "./session-watch.ts";

/** Above the engine's own limit, so that the engine refuses with 4413 before `ws` would with 1009. */
const maxPayload = 9 * 1024 * 1024;
/** Whoever was told to go and does not let go is cut off: within a second, revoked or not (S13). */
const closeTimeout = 700;

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
export function makeSyncDoor(
  services: Services,
  { isAllowedOrigin, limits }: { isAllowedOrigin: OriginCheck; limits: DoorLimits },
): SyncDoor {
  const server = new WebSocketServer(transport);
  const hall: Hall = { services, isAllowedOrigin, outboxes: new Outboxes(services.clock) };
  const crowd = makeCrowd(limits);
  let undecided = 0;
  let open = true;

  async function decide(ws: WebSocket, socket: Duplex, request: IncomingMessage): Promise<void> {
    undecided += 1;
    try {
      await enter(hall, { ws, socket, request });
    } catch (error) {
      services.log.error({ error: String(error) }, "admission failed");
      end(ws, closeCodes.tryLater);
    } finally {
      undecided -= 1;
      // Only now, with somebody to hand them to, are frames (or the closing handshake) read.
      ws.resume();
    }
  }

  return {
    sockets: server.clients,
    shut: () => {
      open = false;
    },
    upgrade(request, socket, head) {
      if (!open || undecided >= limits.undecided) return refuse(socket, "503 Service Unavailable");
      if (!request.url?.startsWith("/sync/")) return refuse(socket, "404 Not Found");
      const guest = crowd.arrive(services.addressOf(request));
      if (!guest) return refuse(socket, "503 Service Unavailable");
      socket.on("error", socket.destroy.bind(socket));
      const isAccepted = shakeHands(server, [request, socket, head], (ws) => {
        if (!isSeated(ws, guest)) return;
        ws.pause();
        void decide(ws, socket, request).finally(guest.decided);
      });
      if (!isAccepted) guest.decided();
    },
  };
}

/** What is behind the door. */
interface Hall {
  readonly services: Services;
  readonly isAllowedOrigin: OriginCheck;
  readonly outboxes: Outboxes;
}

async function enter(
  { services, isAllowedOrigin, outboxes }: Hall,
  { ws, socket, request }: { ws: WebSocket; socket: Duplex; request: IncomingMessage },
): Promise<void> {
  const { cookie: cookies = "", origin } = request.headers;
  if (!isAllowedOrigin(origin)) return end(ws, foreignOrigin);
  const { name, ...options } = target(request);
  const room = name === null ? null : parseRoom(name);
  if (!room) return end(ws, closeCodes.noSuchRoom);
  const decision = await admit(services, room, cookies);
  if ("code" in decision) return end(ws, decision);
  if (ws.readyState !== ws.OPEN) return;
  const { admission, signedIn } = decision;
  const outbox = new Outbox(ws, socket, outboxes);
  const connection = services.rooms.connect(roomName(room), outbox, admission, options);
  const unwatch = watchSession(services, cookies, signedIn);
  carry(ws, connection);
  ws.on("close", unwatch);
}

/** Answers the upgrade at once, so that no client can draw out being undecided. */
function shakeHands(
  server: WebSocketServer,
  upgrade: Parameters<SyncDoor["upgrade"]>,
  meet: (ws: WebSocket) => void,
): boolean {
  let isAccepted = false;
  server.handleUpgrade(...upgrade, (ws) => {
    isAccepted = true;
    // Bad bits on the wire are that connection's end, never the process's. (Bound, and not a
    // function written here, which would hold on to the request for as long as the connection.)
    ws.on("error", ws.terminate.bind(ws));
    meet(ws);
  });
  return isAccepted;
}

/** Counts a connection until it ends. One too many is told so. */
function isSeated(ws: WebSocket, { connected, decided }: Guest): boolean {
  const left = connected();
  // Whoever is told to go is undecided until they have gone, so that there is an end of these too.
  ws.on("close", left ?? decided);
  if (!left) end(ws, closeCodes.tooMany);
  return left !== null;
}

interface Entry {
  readonly admission: Admission;
  readonly signedIn: SignedIn;
}

/** Decides once and again, until nothing changed while deciding. */
async function admit(
  { sessionAtDoor, access }: Services,
  room: Parameters<Services["access"]["admit"]>[0],
  cookies: string,
): Promise<Entry | Close> {
  for (;;) {
    const epoch = access.epoch();
    const signedIn = await sessionAtDoor(cookies);
    if (!signedIn) return closeCodes.signedOut;
    const admission = await access.admit(room, signedIn);
    if (!admission) return closeCodes.noAccess;
    if (access.epoch() === epoch) return { admission, signedIn };
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
  // Half of it would stay open for as long as the other end likes.
  socket.once("finish", () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}
