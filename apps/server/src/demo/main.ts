import { BadConfig, readConfig } from "../config.ts";
import { type Demo, startDemo } from "./start.ts";

const demo = await start();
console.log(`Concord's demonstration is at ${demo.server.origin}. Open these side by side:\n`);
for (const { name, who, url } of demo.links) console.log(`  ${`${name}, ${who}`.padEnd(24)}${url}`);
console.log("\nStop it with Ctrl+C; everything written in it is deleted then.");
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const)
  process.once(signal, () => void demo.stop().then(() => process.exit(0)));

/** At the wanted port; at a free one where nobody asked for it and it is taken. */
async function start(): Promise<Demo> {
  try {
    const { port, isPortGiven } = readConfig(process.env);
    return await startDemo({ port }).catch((error: unknown) => {
      if (isPortGiven || !isTaken(error)) throw error;
      return startDemo({ port: 0 });
    });
  } catch (error) {
    if (!(error instanceof BadConfig) && !isTaken(error)) throw error;
    console.error(
      error instanceof BadConfig ? error.message : "This port is taken. Choose another with PORT=…",
    );
    return process.exit(2);
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EADDRINUSE";
}
