import { createServer } from "node:http";

import { setPersistence, setupWSConnection } from "@y/websocket-server/utils";
import { WebSocketServer } from "ws";
import * as Y from "yjs";
import { LeveldbPersistence } from "y-leveldb";

import { answerRunner } from "../../src/servers/control.ts";

// As y-websocket's own server did it, and as y-leveldb's README says.
let ldb = null;
if (process.env.BENCH_PERSISTENCE === "leveldb") {
  ldb = new LeveldbPersistence(process.env.BENCH_DATA);
  setPersistence({
    provider: ldb,
    bindState: (name, doc) => void bind(name, doc),
    writeState: async () => undefined,
  });
}

async function bind(name, doc) {
  const persisted = await ldb.getYDoc(name);
  void ldb.storeUpdate(name, Y.encodeStateAsUpdate(doc));
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(persisted));
  doc.on("update", (update) => void ldb.storeUpdate(name, update));
}

const http = createServer();
const server = new WebSocketServer({
  server: http,
  perMessageDeflate: false,
  skipUTF8Validation: true,
});
server.on("connection", (ws, request) => {
  ws.on("error", () => ws.terminate());
  setupWSConnection(ws, request);
});
http.listen(0, "127.0.0.1", 4096, () => {
  answerRunner({ port: http.address().port, cookies: [] }, async () => {
    // Its queue of writes has no end to wait for but the next answer.
    await ldb?.getStateVector("-");
    await ldb?.destroy();
  });
});
