import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { afterAll, expect, test } from "vitest";

import { openSqliteRoomLog } from "./sqlite-room-log.ts";

const folder = mkdtempSync(join(tmpdir(), "room-log-crash-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A process that appends for ever and says, line by line, how far it is durable. */
const program = (file: string): string => `
  const { openSqliteRoomLog } = await import(${JSON.stringify(new URL("sqlite-room-log.ts", import.meta.url).href)});
  const log = await openSqliteRoomLog({ file: ${JSON.stringify(file)} });
  for (let i = 0; ; i += 1) {
    const entry = { room: "a", author: "ada", at: i, update: new Uint8Array(200).fill(i), binds: [i] };
    const [seq] = await log.append([entry, { ...entry, room: "b" }]);
    if (i % 50 === 49) await log.compact("a", seq - 25, new Uint8Array([i]), []);
    console.log(seq);
  }
`;

async function appendUntilKilled(file: string, after: number): Promise<number> {
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program(file)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let last = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    last = Number(line);
    if (last >= after) child.kill("SIGKILL");
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return last;
}

test("D9 what was acknowledged before a kill is there, in order, and the log goes on", async () => {
  const file = join(folder, "log.db");
  let durable = 0;
  for (const more of [3, 60, 170]) {
    const before = durable;
    durable = await appendUntilKilled(file, before + more);
    const log = await openSqliteRoomLog({ file });
    const { tail, authors } = await log.load("b");
    expect(durable).toBeGreaterThanOrEqual(before + more);
    expect(tail.length).toBeGreaterThanOrEqual(durable);
    expect(tail.map(({ seq }) => seq)).toEqual(tail.map((_entry, i) => i + 1));
    expect(authors.size).toBeGreaterThanOrEqual(more);
    const compacted = await log.load("a");
    const whole = (compacted.snapshot?.seq ?? 0) + compacted.tail.length;
    expect(whole).toBe(tail.length);
    durable = tail.length;
    await log.stop();
  }
}, 30_000);
