import { spawn } from "node:child_process";
import { once } from "node:events";

import { inRoot } from "../../scripts/paths.ts";
import { freePort } from "./server.ts";

/** The demonstration, as the command starts it, and the three links that it prints. */
export interface Demonstration {
  readonly links: readonly [string, string, string];
  stop(): Promise<void>;
}

export async function startDemonstration(from: number): Promise<Demonstration> {
  const port = await freePort(from);
  const child = spawn(process.execPath, [inRoot("scripts", "demo.ts")], {
    cwd: inRoot(),
    env: { ...process.env, PORT: String(port) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const links = await new Promise<readonly [string, string, string]>((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const complete = said.slice(0, said.lastIndexOf("\n") + 1);
      const [one, two, three] = complete.match(/http:\/\/\S+\/demo\/\S+/g) ?? [];
      if (one && two && three) resolve([one, two, three]);
    });
    child.once("exit", () => reject(new Error(`The demonstration ended early.\n${said}`)));
  });
  return {
    links,
    stop: async () => {
      if (child.exitCode !== null) return;
      const gone = once(child, "exit");
      child.kill("SIGTERM");
      await gone;
    },
  };
}
