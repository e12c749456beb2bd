import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import { afterEach, expect, it, vi } from "vitest";
import { WebSocketServer } from "ws";

import { writeTogether } from "../content/concurrent-trace.ts";
import type { Recording } from "../content/recording.ts";
import type { ServerProcess } from "../server-process.ts";
import { relay } from "../wire/dialect.ts";
import { concurrentReplay } from "./concurrent-replay.ts";

/** They write "abc" in turns, then each deletes a letter, and the first goes on. */
const trace = writeTogether([
  { agent: 0, parents: [], patches: [[0, 0, "a"]] },
  { agent: 1, parents: [0], patches: [[1, 0, "b"]] },
  { agent: 0, parents: [1], patches: [[2, 0, "c"]] },
  { agent: 1, parents: [1], patches: [[0, 1, ""]] },
  { agent: 0, parents: [2, 3], patches: [[0, 1, ""]] },
  { agent: 0, parents: [4], patches: [[1, 0, "d"]] },
] satisfies Recording["txns"]);
const messages = trace.authors.map((author) => author.edits.map((_, i) => author.message(i)));
const [first = [], second = []] = messages;

const running: WebSocketServer[] = [];
afterEach(() => {
  for (const server of running.splice(0)) server.close();
});

/** A relay that loses what it is told to, and notes in which order it hears the rest. */
async function startRelay(loses: (message: Buffer) => boolean) {
  const http = createServer();
  const server = new WebSocketServer({ server: http });
  running.push(server);
  server.on("close", () => http.close());
  const heard: Buffer[] = [];
  server.on("connection", (ws) => {
    ws.on("message", (message: Buffer) => {
      heard.push(message);
      if (loses(message)) return;
      for (const other of server.clients) if (other !== ws) other.send(message);
    });
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const fail = vi.fn<(error: unknown) => void>();
  const target: ServerProcess = {
    ready: { port: (http.address() as AddressInfo).port, cookies: [] },
    dialect: relay,
    fail,
    usage: () => Promise.resolve({ cpu: heard.length * 1e6, heap: 0, resident: 0 }),
    stop: () => Promise.resolve(true),
  };
  const run = concurrentReplay("friends", () => trace).run({
    server: target,
    restart: () => Promise.resolve(target),
  });
  return { run, heard, fail };
}

const equal = (message: Uint8Array | undefined) => (other: Buffer) =>
  message !== undefined && other.equals(message);

it("sends every edit once, and none before what it was made upon has come", async () => {
  const { run, heard, fail } = await startRelay(() => false);
  expect(await run).toEqual({ "friends: cpu": 6 });
  const placeOf = (message: Uint8Array | undefined) => heard.findIndex(equal(message));
  expect(first.map(placeOf)).toEqual(first.map(placeOf).toSorted((a, b) => a - b));
  expect(placeOf(second[0])).toBeGreaterThan(placeOf(first[0]));
  expect(placeOf(first[1])).toBeGreaterThan(placeOf(second[0]));
  expect(heard).toHaveLength(6);
  expect(fail).not.toHaveBeenCalled();
});

it("fails where an insertion is lost", async () => {
  const { run, fail } = await startRelay(equal(first[1]));
  run.catch(() => undefined);
  await vi.waitFor(() => expect(fail).toHaveBeenCalled());
  expect(String(fail.mock.calls[0]?.[0])).toContain("heard 2 instead of 1");
});

it("fails where a deletion is lost, which no clock tells", { timeout: 30_000 }, async () => {
  const { run, fail } = await startRelay(equal(second[1]));
  await expect(run).rejects.toThrow("reads another text");
  expect(fail).not.toHaveBeenCalled();
});
