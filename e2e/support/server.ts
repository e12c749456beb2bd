import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { inRoot } from "../../scripts/paths.ts";

/** A whole server of its own: one process, one folder of data, one port that stays. */
export interface TestServer {
  readonly origin: string;
  readonly port: number;
  /** Ends it as a deploy does, and waits until it has gone. */
  stop(): Promise<void>;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
  /** Starts it again on the same data and the same port. */
  start(): Promise<void>;
  /** Loses all documents while it is stopped, as a disk does: who may see them stays. */
  loseDocuments(): void;
  /** Stops it, and removes its data. */
  dispose(): Promise<void>;
}

const readyMs = 20_000;

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });

/** A free port from `from` on. Below 32768, where no outgoing connection takes one meanwhile. */
export async function freePort(from: number): Promise<number> {
  for (let port = from; port < 32_768; port += 1) if (await isFree(port)) return port;
  throw new Error("No port is free.");
}

async function answers(origin: string): Promise<boolean> {
  const answer = await fetch(`${origin}/healthz`).catch(() => null);
  return answer?.ok ?? false;
}

async function untilReady(origin: string, child: ChildProcess, said: () => string): Promise<void> {
  const end = Date.now() + readyMs;
  while (!(await answers(origin))) {
    if (child.exitCode !== null) throw new Error(`The server ended at once.\n${said()}`);
    if (Date.now() > end) throw new Error(`The server does not answer.\n${said()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill(signal);
  await gone;
}

/** `from` keeps the servers of different workers apart. */
export async function startServer(from: number): Promise<TestServer> {
  const port = await freePort(from);
  const origin = `http://localhost:${port}`;
  const dataDir = mkdtempSync(join(tmpdir(), "concord-e2e-"));
  let child: ChildProcess | null = null;

  const start = async (): Promise<void> => {
    let output = "";
    const started = spawn(process.execPath, [inRoot("apps", "server", "src", "main.ts")], {
      cwd: dataDir,
      env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, PUBLIC_ORIGIN: origin },
      stdio: ["ignore", "pipe", "pipe"],
    });
    child = started;
    const collect = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    started.stdout.on("data", collect);
    started.stderr.on("data", collect);
    await untilReady(origin, started, () => output);
  };
  const stop = async (signal: NodeJS.Signals): Promise<void> => {
    if (child) await end(child, signal);
  };

  await start();
  // Nothing outlives a run that is ended in its midst.
  process.once("exit", () => child?.kill("SIGKILL"));
  return {
    origin,
    port,
    start,
    stop: () => stop("SIGTERM"),
    kill: () => stop("SIGKILL"),
    loseDocuments: () => {
      for (const part of ["", "-wal", "-shm"]) {
        rmSync(join(dataDir, `log.db${part}`), { force: true });
      }
    },
    dispose: async () => {
      await stop("SIGKILL");
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
