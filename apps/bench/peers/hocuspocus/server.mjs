import { SQLite } from "@hocuspocus/extension-sqlite";
import { Server } from "@hocuspocus/server";

import { answerRunner } from "../../src/servers/control.ts";

const server = new Server({
  address: "127.0.0.1",
  port: 0,
  quiet: true,
  stopOnSignals: false,
  extensions: [new SQLite({ database: `${process.env.BENCH_DATA}/hocuspocus.sqlite` })],
  websocketOptions: { perMessageDeflate: false, skipUTF8Validation: true },
});
await server.listen();
answerRunner({ port: server.address.port, cookies: [] }, () => server.destroy());
