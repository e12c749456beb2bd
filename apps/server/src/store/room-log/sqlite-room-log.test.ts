import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { describeRoomLog } from "@concord/sync/testing/room-log-contract";
import { afterAll, expect, test, vi } from "vitest";

import { LogThread } from "./log-thread.ts";
import { openSqliteRoomLog } from "./sqlite-room-log.ts";

const folder = mkdtempSync(join(tmpdir(), "room-log-"));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
const newFile = (): string => join(folder, `${(files += 1)}.db`);

describeRoomLog("SQLite", () => openSqliteRoomLog({ file: newFile() }));

test("what was appended is there when the file is opened again", async () => {
  const file = newFile();
  const first = await openSqliteRoomLog({ file });
  const update = new Uint8Array([1, 2, 3]);
  await first.append([{ room: "a", author: "ada", at: 5, update, binds: [7] }]);
  const before = await first.load("a");
  await first.stop();
  const second = await openSqliteRoomLog({ file });
  expect(await second.load("a")).toEqual(before);
  await second.stop();
});

test("a file that can't be opened is an error at the start, not later", async () => {
  await expect(openSqliteRoomLog({ file: join(folder, "nowhere", "x.db") })).rejects.toThrow(
    "unable to open database file",
  );
});

test("after its end the log refuses, and ending it twice is ending it once", async () => {
  const log = await openSqliteRoomLog({ file: newFile() });
  await log.stop();
  await log.stop();
  await expect(log.load("a")).rejects.toThrow("the log is closed");
});

test("a thread that dies is replaced, and nothing that was durable is missing", async () => {
  const starting = vi.spyOn(LogThread, "start");
  const log = await openSqliteRoomLog({ file: newFile() });
  const entry = { room: "a", author: "ada", at: 5, update: new Uint8Array([1]), binds: [] };
  await log.append([entry]);
  const thread = await starting.mock.results[0]?.value;
  const lost = log.append([entry]).then(
    () => "stored",
    () => "rejected",
  );
  await thread?.terminate();
  const kept = 1 + ((await lost) === "stored" ? 1 : 0);
  const seqs = (await log.load("a")).tail.map(({ seq }) => seq);
  expect(seqs.length).toBeGreaterThanOrEqual(kept);
  expect(await log.append([entry])).toEqual([seqs.length + 1]);
  await log.stop();
  starting.mockRestore();
});

test("H4 what is forgotten is in no file any more", async () => {
  const file = newFile();
  const log = await openSqliteRoomLog({ file });
  const onDisk = (): boolean =>
    readdirSync(folder)
      .filter((name) => join(folder, name).startsWith(file))
      .some((name) => readFileSync(join(folder, name)).includes("their secret"));
  const update = new TextEncoder().encode(`their secret, ${"at length ".repeat(2000)}`);
  const entries = Array.from({ length: 20 }, (_, i) => ({ at: i, room: `${i % 2}`, update }));
  await log.append(entries.map((entry) => ({ ...entry, author: "ada", binds: [] })));
  const part = { author: "ada", from: 0, to: 9, firstSeq: 1, lastSeq: 10, update };
  for (const room of ["0", "1"]) await log.compact(room, 10, new Uint8Array([0, 0]), [part]);
  expect(onDisk()).toBe(true);
  for (const room of ["0", "1"]) await log.forget(room, 10, new Uint8Array([0, 0]));
  expect(onDisk()).toBe(false);
  await log.stop();
});
