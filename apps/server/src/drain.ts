import type { Server } from "node:http";

import type { SyncDoor } from "./rooms/upgrade.ts";

const patience = 5000;
const sweep = 200;

/**
 * Ends a server so that nothing is lost: newcomers are refused, what was received is flushed to
 * the log, every connection is told to come back (1012), and whoever does not let go within five
 * seconds is cut off.
 */
export async function drain(on: {
  readonly servers: readonly Server[];
  readonly door: SyncDoor;
  /** Closes rooms with 1012 and flushes what they hold. */
  readonly endLiveConnections: () => Promise<void>;
  readonly closeStores: () => Promise<void>;
}): Promise<void> {
  on.door.shut();
  const closed = Promise.all(on.servers.map((server) => closing(server)));
  const sweeping = setInterval(() => {
    for (const server of on.servers) server.closeIdleConnections();
  }, sweep);
  const cut = setTimeout(() => {
    for (const socket of on.door.sockets) socket.terminate();
    for (const server of on.servers) server.closeAllConnections();
  }, patience);
  try {
    await on.endLiveConnections();
    // Answers under way still need the stores.
    await closed;
  } finally {
    clearInterval(sweeping);
    clearTimeout(cut);
    await on.closeStores();
  }
}

const closing = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
