import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

import type { Contender } from "./contenders.ts";
import { pinned } from "./cores.ts";
import type { Ready, Usage } from "./servers/control.ts";
import type { Target } from "./wire/line.ts";

export interface ServerProcess extends Target {
  readonly usage: (options?: { readonly collect: boolean }) => Promise<Usage>;
  /**
   * Ends as by a signal, and tells whether it did so by itself within this time (ms): what it keeps
   * is on disk then.
   */
  readonly stop: (longest: number) => Promise<boolean>;
}

export interface Place {
  readonly dataDir: string;
  readonly rooms: number;
  /** More arguments for Node, such as `--cpu-prof`. */
  readonly nodeArgs: readonly string[];
  readonly fail: (error: unknown) => void;
}

/** Longer than any server takes to listen (ms). */
const longestStart = 60_000;

export async function startServerProcess(
  contender: Contender,
  place: Place,
): Promise<ServerProcess> {
  const node = [process.execPath, "--expose-gc", ...place.nodeArgs, contender.script];
  const [command = "", ...args] = pinned(node);
  const child = spawn(command, args, {
    env: {
      PATH: process.env["PATH"],
      NODE_ENV: "production",
      BENCH_DATA: place.dataDir,
      BENCH_ROOMS: String(place.rooms),
      ...contender.env,
    },
    cwd: place.dataDir,
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const late = setTimeout(() => child.kill("SIGKILL"), longestStart);
  const { ready } = await answer<{ ready: Ready }>(child, contender.title).finally(() =>
    clearTimeout(late),
  );
  return {
    ready,
    dialect: contender.dialect,
    fail: place.fail,
    usage: async ({ collect } = { collect: false }) => {
      if (!child.connected) throw new Error(`${contender.title} has ended`);
      child.send(collect ? "usage after collection" : "usage");
      return (await answer<{ usage: Usage }>(child, contender.title)).usage;
    },
    stop: (longest) => stop(child, longest),
  };
}

async function stop(child: ChildProcess, longest: number): Promise<boolean> {
  if (child.exitCode === null && child.signalCode === null) {
    const exit = once(child, "exit");
    const late = setTimeout(() => child.kill("SIGKILL"), longest);
    if (child.connected) child.send("stop");
    await exit;
    clearTimeout(late);
  }
  return child.exitCode === 0;
}

/** What the server says next; it says nothing unasked. */
function answer<T>(child: ChildProcess, title: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const gone = (code: number | null) => reject(new Error(`${title} ended with ${code}`));
    child.once("exit", gone);
    child.once("message", (message) => {
      child.off("exit", gone);
      resolve(message as T);
    });
  });
}
