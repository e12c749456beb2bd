import { createServer, type Server } from "node:http";
import { type AddressInfo, BlockList } from "node:net";
import { fileURLToPath } from "node:url";

import { getRequestListener } from "@hono/node-server";
import type { HelpKinds } from "@concord/domain/help/schema";
import type { Limits } from "@concord/sync/engine/limits";
import type { Clock } from "@concord/sync/ports";
import type { Hono } from "hono";
import pino, { type Logger } from "pino";

import { makeApp } from "./app.ts";
import { makeSystemClock } from "./clock.ts";
import { defaultHistoryDays } from "./config.ts";
import { drain } from "./drain.ts";
import { makeAddressOf } from "./http/client-address.ts";
import type { Env } from "./http/env.ts";
import { allowOrigins, originOf, originsOf } from "./http/origin.ts";
import { defaultDoorLimits, type DoorLimits } from "./rooms/crowd.ts";
import { makeSyncDoor, refuse } from "./rooms/upgrade.ts";
import {
  closeStores,
  endLiveConnections,
  type Operator,
  openServices,
  type Services,
} from "./services.ts";

export interface ServerOptions {
  /** Addresses to listen on, all with one port. Only the first must be there. */
  readonly hosts?: readonly string[];
  /** 0 takes a free one. */
  readonly port: number;
  readonly dataDir: string;
  readonly publicOrigin?: string | null;
  readonly operator?: Operator;
  /** Their own list of help, in the place of the one that names no region. */
  readonly help?: HelpKinds | null;
  /** Whose word on where a request comes from is believed. */
  readonly trustedProxies?: BlockList;
  /** For how many days what was written can be read back; 0 keeps nothing. */
  readonly historyDays?: number;
  readonly doorLimits?: Partial<DoorLimits>;
  readonly patience?: Partial<Patience>;
  readonly clock?: Clock;
  /** Of the engine, where they differ from its own. */
  readonly limits?: Partial<Limits>;
  readonly log?: Logger;
  /** The built web client. */
  readonly dist?: string;
  readonly extraRoutes?: (services: Services) => Hono<Env>;
}

/** How long a request may take to arrive, and how often that is looked at (ms). */
export interface Patience {
  readonly headersTimeout: number;
  readonly requestTimeout: number;
  readonly connectionsCheckingInterval: number;
}

/** Node's own, named since the door counts on them: nobody is silent there for ever. */
const defaultPatience: Patience = {
  headersTimeout: 60_000,
  requestTimeout: 300_000,
  connectionsCheckingInterval: 30_000,
};

export interface RunningServer {
  readonly port: number;
  /** Where people's links lead. */
  readonly origin: string;
  /** The addresses of `hosts` that could be listened on. */
  readonly hosts: readonly string[];
  readonly app: ReturnType<typeof makeApp>;
  readonly services: Services;
  /** Refuses newcomers, lets everybody go, flushes, closes. */
  stop(): Promise<void>;
}

const webDist = fileURLToPath(new URL("../../web/dist/", import.meta.url));

/** Listens first, since links and allowed origins depend on the port that is really ours. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const patience = { ...defaultPatience, ...options.patience };
  const wanted = options.hosts ?? ["127.0.0.1"];
  const { servers, hosts, port } = await listenOnAll(wanted, options.port, patience);
  try {
    return await serve(options, { servers, hosts, port });
  } catch (error) {
    for (const server of servers) server.close();
    throw error;
  }
}

async function serve(
  options: ServerOptions,
  on: { servers: readonly Server[]; hosts: readonly string[]; port: number },
): Promise<RunningServer> {
  const { servers, hosts, port } = on;
  const publicOrigin = options.publicOrigin ?? null;
  const origin = publicOrigin ?? originOf("localhost", port);
  const services = await openServices({
    dataDir: options.dataDir,
    origin,
    operator: options.operator ?? { name: null, contact: null },
    help: options.help ?? null,
    historyDays: options.historyDays ?? defaultHistoryDays,
    addressOf: makeAddressOf(options.trustedProxies ?? new BlockList()),
    clock: options.clock ?? makeSystemClock(),
    log: options.log ?? pino({ level: "silent" }),
    limits: options.limits ?? {},
  });
  const origins = originsOf({ publicOrigin, hosts, port });
  const isAllowedOrigin = allowOrigins(new Set(origins));
  const limits = { ...defaultDoorLimits, ...options.doorLimits };
  const door = makeSyncDoor(services, { isAllowedOrigin, limits });
  const extra = options.extraRoutes?.(services) ?? null;
  const dist = options.dist ?? webDist;
  const app = makeApp({ services, origins, isAllowedOrigin, dist, extra });
  const listener = getRequestListener(app.fetch);
  for (const server of servers) {
    server.removeAllListeners("request").removeAllListeners("upgrade");
    server.on("request", (request, response) => void listener(request, response));
    server.on("upgrade", door.upgrade);
  }
  let stopped: Promise<void> | null = null;
  const stop = () =>
    (stopped ??= drain({
      servers,
      door,
      endLiveConnections: () => endLiveConnections(services),
      closeStores: () => closeStores(services),
    }));
  return { port, origin, hosts, app, services, stop };
}

async function listenOnAll(hosts: readonly string[], wanted: number, patience: Patience) {
  const servers: Server[] = [];
  const listening: string[] = [];
  let port = wanted;
  for (const host of hosts) {
    try {
      const server = await listen(host, port, patience);
      servers.push(server);
      listening.push(host);
      port = portOf(server);
    } catch (error) {
      // A machine without IPv6 still serves; one whose port is taken does not.
      if (servers.length === 0 || !isMissingAddress(error)) {
        for (const server of servers) server.close();
        throw error;
      }
    }
  }
  return { servers, hosts: listening, port };
}

function listen(host: string, port: number, patience: Patience): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(patience);
    // Whoever comes before the stores are open comes back; unanswered, they would wait for ever.
    server.on("request", (_, response) => response.writeHead(503).end());
    server.on("upgrade", (_, socket) => refuse(socket, "503 Service Unavailable"));
    server.once("error", reject);
    server.listen({ host, port }, () => {
      server.off("error", reject);
      resolve(server);
    });
  });
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === "string") throw new Error("not listening on a port");
  return address.port;
}

const isMissingAddress = (error: unknown): boolean =>
  error instanceof Error &&
  "code" in error &&
  (error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT");
