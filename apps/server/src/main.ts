import { relative } from "node:path";

import pino from "pino";

import { BadConfig, type Config, readConfig } from "./config.ts";
import { readHelp } from "./help/file.ts";
import { type RunningServer, startServer } from "./server.ts";

await main();

async function main(): Promise<void> {
  const config = configOrExit();
  const server = await start(config).catch((error: unknown) => exitUnstarted(error, config));
  const folder = relative(process.cwd(), config.dataDir);
  const data = folder.startsWith("..") ? config.dataDir : `./${folder}`;
  console.log(`Concord is at ${server.origin}; its data is in ${data}.`);
  if (config.publicOrigin === null && !config.hosts.every(isLoopback))
    console.log("Others reach it once PUBLIC_ORIGIN says by which address, such as https://….");
  console.log("Stop it with Ctrl+C.");
  for (const signal of ["SIGTERM", "SIGINT"] as const)
    process.once(signal, () => void stopAndExit(server));
}

async function start(config: Config): Promise<RunningServer> {
  const log = pino({ level: config.logLevel });
  return await startServer({ ...config, help: await readHelp(config), log });
}

function isLoopback(host: string): boolean {
  return /^(127\.|::1$|localhost$)/.test(host);
}

function configOrExit(): Config {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (!(error instanceof BadConfig)) throw error;
    console.error(error.message);
    return process.exit(2);
  }
}

function exitUnstarted(error: unknown, { port, dataDir }: Config): never {
  if (error instanceof BadConfig) {
    console.error(error.message);
    process.exit(2);
  }
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "EADDRINUSE")
    console.error(`Port ${port} is taken by another program. Choose another with PORT=….`);
  else if (code === "EACCES" || code === "ENOTDIR" || code === "EROFS")
    console.error(`DATA_DIR ${dataDir} cannot be written, or PORT ${port} is not allowed.`);
  else throw error;
  process.exit(2);
}

async function stopAndExit(server: RunningServer): Promise<void> {
  await server.stop();
  process.exit(0);
}
