import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { onTestFinished } from "vitest";

import { eventually } from "../testing/eventually.ts";

const main = fileURLToPath(new URL("../main.ts", import.meta.url));

/** The real server as a process of its own: it can be killed, and started again on its port. */
export class ServerProcess {
  readonly dataDir: string;
  #child: ChildProcess | null = null;
  #port = 0;
  #output = "";

  private constructor(dataDir: string) {
    this.dataDir = dataDir;
  }

  static async start(dataDir: string): Promise<ServerProcess> {
    const server = new ServerProcess(dataDir);
    onTestFinished(() => server.kill());
    await server.start();
    return server;
  }

  get port(): number {
    return this.#port;
  }

  get pid(): number {
    if (this.#child?.pid === undefined) throw new Error("the server doesn't run");
    return this.#child.pid;
  }

  /** All that it said and logged. */
  get output(): string {
    return this.#output;
  }

  get isRunning(): boolean {
    return this.#child !== null && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** What it takes of the machine's memory, or 0 where nothing tells. */
  get megabytes(): number {
    const file = `/proc/${this.pid}/status`;
    if (!existsSync(file)) return 0;
    const [, kilobytes] = readFileSync(file, "utf8").match(/^VmRSS:\s+(\d+) kB/m) ?? [];
    return Math.round(Number(kilobytes ?? 0) / 1024);
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, [main], {
      env: { PATH: process.env["PATH"], DATA_DIR: this.dataDir, PORT: String(this.#port) },
    });
    this.#child = child;
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (data: Buffer) => {
        said += data.toString();
        this.#output += data.toString();
      });
    await eventually(() => {
      if (!said.includes("Ctrl+C")) throw new Error(`the server has not started: ${said}`);
    });
    this.#port = Number(said.match(/at http:\/\/localhost:(\d+);/)?.[1]);
  }

  /** `kill -9`; resolves once it is gone. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (!child || !this.isRunning) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await gone;
  }
}
