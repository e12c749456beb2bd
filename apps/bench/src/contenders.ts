import { join } from "node:path";

import { peersDir, serversDir } from "./paths.ts";
import { concord, type Dialect, hocuspocus, relay, yWebsocket } from "./wire/dialect.ts";

export type ContenderKey = "concord" | "relay" | "y-websocket" | "y-leveldb" | "hocuspocus";

/** A server under test. */
export interface Contender {
  readonly key: ContenderKey;
  readonly title: string;
  readonly script: string;
  readonly env: Readonly<Record<string, string>>;
  readonly dialect: Dialect;
  /** Whether it finds its documents again after a restart. */
  readonly persists: boolean;
}

const yWebsocketScript = join(peersDir, "y-websocket-server", "server.mjs");

export const contenders: readonly Contender[] = [
  {
    key: "concord",
    title: "Concord",
    script: join(serversDir, "concord.ts"),
    env: {},
    dialect: concord,
    persists: true,
  },
  {
    key: "relay",
    title: "`ws` relay",
    script: join(serversDir, "relay.ts"),
    env: {},
    dialect: relay,
    persists: false,
  },
  {
    key: "y-websocket",
    title: "y-websocket-server",
    script: yWebsocketScript,
    env: {},
    dialect: yWebsocket,
    persists: false,
  },
  {
    key: "y-leveldb",
    title: "+ LevelDB",
    script: yWebsocketScript,
    env: { BENCH_PERSISTENCE: "leveldb" },
    dialect: yWebsocket,
    persists: true,
  },
  {
    key: "hocuspocus",
    title: "Hocuspocus + SQLite",
    script: join(peersDir, "hocuspocus", "server.mjs"),
    env: {},
    dialect: hocuspocus,
    persists: true,
  },
];
