import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

import { expect, it, onTestFinished } from "vitest";

import { eventually } from "../testing/eventually.ts";

const main = fileURLToPath(new URL("main.ts", import.meta.url));

function run(env: Record<string, string>) {
  const child = spawn(process.execPath, [main], { env: { PATH: process.env["PATH"], ...env } });
  onTestFinished(() => void child.kill("SIGKILL"));
  const said = { out: "", err: "" };
  child.stdout.on("data", (data: Buffer) => (said.out += data.toString()));
  child.stderr.on("data", (data: Buffer) => (said.err += data.toString()));
  const exit = new Promise<number | null>((resolve) => child.once("exit", resolve));
  return { child, said, exit };
}

/** Takes the port, unless somebody else has it already. */
async function occupy(port: number): Promise<number> {
  const server = createServer();
  onTestFinished(() => void server.close());
  server.listen(port, "127.0.0.1");
  await Promise.race([once(server, "listening"), once(server, "error").catch(() => undefined)]);
  const address = server.address();
  return typeof address === "object" && address ? address.port : port;
}

it("prints three links, at a free port where nobody asked for the one that is taken", async () => {
  await occupy(3000);
  const { child, said, exit } = run({});
  await eventually(() => expect(said.out).toContain("Ctrl+C"));
  expect(said.out.match(/http:\S+\/demo\/sign-in\/\S+/g)).toHaveLength(3);
  expect(said.out).not.toContain(":3000");
  child.kill("SIGINT");
  expect(await exit).toBe(0);
});

it("ends with 2 where the port that was asked for is taken", async () => {
  const { said, exit } = run({ PORT: String(await occupy(0)) });
  expect(await exit).toBe(2);
  expect(said.err).toContain("PORT");
});
