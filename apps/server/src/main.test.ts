import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

import { describe, expect, it, onTestFinished } from "vitest";

import { temporaryFolder } from "./testing/workspace.ts";
import { eventually } from "./testing/eventually.ts";

const main = fileURLToPath(new URL("main.ts", import.meta.url));

/** The server as a process of its own. */
async function run(env: Record<string, string>) {
  const dataDir = await temporaryFolder();
  const child: ChildProcess = spawn(process.execPath, [main], {
    env: { PATH: process.env["PATH"], DATA_DIR: dataDir, ...env },
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const said = { out: "", err: "" };
  child.stdout?.on("data", (data: Buffer) => (said.out += data.toString()));
  child.stderr?.on("data", (data: Buffer) => (said.err += data.toString()));
  const exit = new Promise<number | null>((resolve) => child.once("exit", resolve));
  return { child, said, exit, dataDir };
}

describe("the server's process", () => {
  it("says where it is and where its data is, and ends well when told to", async () => {
    const { child, said, exit, dataDir } = await run({ PORT: "0" });
    await eventually(() => expect(said.out).toContain("Ctrl+C"));
    expect(said.out).toMatch(/^Concord is at http:\/\/localhost:\d+; its data is in .+\.\n/);
    expect(said.out).toContain(dataDir);
    const [, origin = ""] = said.out.match(/at (\S+);/) ?? [];
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
    child.kill("SIGTERM");
    expect(await exit).toBe(0);
    expect(said.err).toBe("");
  }, 20_000);

  it("says what is missing where others are to reach it", async () => {
    const { child, said, exit } = await run({ PORT: "0", HOST: "0.0.0.0" });
    await eventually(() => expect(said.out).toContain("Ctrl+C"));
    expect(said.out).toContain("PUBLIC_ORIGIN");
    child.kill("SIGTERM");
    expect(await exit).toBe(0);
  });

  it("ends with 2 and a clear word about a setting that cannot be", async () => {
    const { said, exit } = await run({ PORT: "high" });
    expect(await exit).toBe(2);
    expect(said.err).toBe('PORT is "high", but must be a port number from 0 to 65535.\n');
  }, 20_000);

  it("S26 ends with 2 and a clear word about a list of help that cannot be read", async () => {
    const { said, exit } = await run({ PORT: "0", HELP_FILE: main });
    expect(await exit).toBe(2);
    expect(said.err).toBe(`The list of help, ${main}, is not JSON.\n`);
  }, 20_000);

  it("ends with 2 and a clear word where the port is taken", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    onTestFinished(() => void taken.close());
    await eventually(() => expect(taken.listening).toBe(true));
    const address = taken.address();
    const port = typeof address === "object" ? String(address?.port) : "";
    const { said, exit } = await run({ PORT: port });
    expect(await exit).toBe(2);
    expect(said.err).toContain(`Port ${port} is taken`);
  }, 20_000);
});
