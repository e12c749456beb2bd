import { spawn } from "node:child_process";

import { inRoot } from "./paths.ts";

// The server restarts on a change; the pages come from Vite, which hands /api and /sync to it.
const pages = "http://localhost:5173";
const port = process.env["PORT"] ?? "3000";
const env = {
  ...process.env,
  PORT: port,
  PUBLIC_ORIGIN: pages,
  CONCORD_SERVER: `http://127.0.0.1:${port}`,
};
const server = ["--watch", inRoot("apps", "server", "src", "main.ts")];
const vite = [inRoot("apps", "web", "node_modules", "vite", "bin", "vite.js"), "--port", "5173"];

const children = [
  spawn(process.execPath, server, { cwd: inRoot(), env, stdio: "inherit" }),
  spawn(process.execPath, vite, { cwd: inRoot("apps", "web"), env, stdio: "inherit" }),
];
const stop = (): void => {
  for (const child of children) child.kill();
};
for (const child of children) child.once("exit", stop);
process.once("SIGINT", stop);
process.once("SIGTERM", stop);
