import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";

import { afterAll, beforeAll, expect, it } from "vitest";

import type { Contender } from "./contenders.ts";
import type { Load } from "./loads/load.ts";
import { runOnce } from "./run.ts";
import { relay } from "./wire/dialect.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "concord-bench-test-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** A server that says it listens, and ends as it is told to end. */
async function serverThatEnds(code: number): Promise<Contender> {
  const script = join(folder, `${code}.mjs`);
  const lines = [
    `process.on("message", () => process.exit(${code}));`,
    `process.send({ ready: { port: 0, cookies: [] } });`,
  ];
  await writeFile(script, lines.join("\n"));
  return { key: "relay", title: "it", script, env: {}, dialect: relay, persists: true };
}

const load = (run: Load["run"]): Load => ({ name: "load", rooms: 1, needs: "nothing", run });

it("ends a load that was given up before the next begins", async () => {
  let hasEnded = false;
  const given = load(async ({ server }) => {
    server.fail(new Error("one was lost"));
    // It goes on for a while after there is no server any more.
    while (await server.usage().then(Boolean, () => false));
    for (let turn = 0; turn < 20_000; turn += 1) await setImmediate();
    hasEnded = true;
    throw new Error("there is no server");
  });
  await expect(runOnce(given, await serverThatEnds(0), [])).rejects.toThrow("one was lost");
  expect(hasEnded).toBe(true);
});

it("fails where a server that is started again did not end by itself", async () => {
  const again = load(async ({ restart }) => {
    await restart();
    return {};
  });
  expect(await runOnce(again, await serverThatEnds(0), [])).toEqual({});
  await expect(runOnce(again, await serverThatEnds(3), [])).rejects.toThrow(
    "did not end by itself",
  );
});
