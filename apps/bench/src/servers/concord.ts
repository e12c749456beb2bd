import { mkdir } from "node:fs/promises";
import { join } from "node:path";

import { startServer } from "@concord/server/server";

import { answerRunner } from "./control.ts";
import { furnish } from "./furnish.ts";

const dataDir = process.env["BENCH_DATA"];
const rooms = Number(process.env["BENCH_ROOMS"]);
if (!dataDir) throw new Error("BENCH_DATA says where to keep what is written");

// No load asks for a page: what would be served is an empty folder, whether or not one is built.
const dist = join(dataDir, "web");
await mkdir(dist, { recursive: true });

/** The server as it is started everywhere: its own door, engine and log, with its own admission. */
const server = await startServer({ port: 0, dataDir, dist });
const cookies = await furnish(server.services, { dataDir, rooms });
answerRunner({ port: server.port, cookies }, () => server.stop());
