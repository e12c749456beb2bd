import { execFileSync } from "node:child_process";
import { closeSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";

import { expect, onTestFinished, test } from "vitest";

import { eventually } from "../testing/eventually.ts";
import { peer, synced } from "../testing/peers.ts";
import { temporaryFolder } from "../testing/workspace.ts";
import { coupleWithProcess, expectAllSaved, expectPromisesKept, wordsOnDisk } from "./promises.ts";
import { Scribe, wordsOf } from "./scribe.ts";
import { report } from "./size.ts";

/** A way for a disk to fail, and to be well again. */
interface Failure {
  readonly fail: () => void;
  readonly mend: () => void;
  /** What the log's file says of it. */
  readonly error: string;
}

const works = (command: string, ...args: readonly string[]): boolean => {
  try {
    execFileSync(command, args, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};

/** Makes the folder a small disk of its own, unless this user may mount none. */
function mountSmallDisk(folder: string): boolean {
  if (!works("mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", folder)) return false;
  onTestFinished(() => void works("umount", "--lazy", folder));
  return true;
}

/** Fills a disk to its last byte. */
function fill(file: string): void {
  const ballast = openSync(file, "w");
  try {
    for (let size = 65_536; size >= 1; size /= 2) {
      const block = new Uint8Array(size);
      while (writeWhole(ballast, block));
    }
  } finally {
    closeSync(ballast);
  }
}

function writeWhole(file: number, block: Uint8Array): boolean {
  try {
    return writeSync(file, block) === block.length;
  } catch {
    return false;
  }
}

/** Two partners write, the disk fails under them and is mended. How many words are safe then. */
async function liveThrough(
  { server, maya, jonas, room }: Awaited<ReturnType<typeof coupleWithProcess>>,
  { fail, mend, error }: Failure,
): Promise<number> {
  const place = { port: server.port, room };
  const scribes = [
    new Scribe("maya", maya.cookie, place),
    new Scribe("jonas", jonas.cookie, place),
  ];
  for (const scribe of scribes) scribe.startWriting(5);
  await eventually(() => {
    for (const { acknowledged } of scribes) expect(acknowledged).toBeGreaterThan(20);
  });
  fail();
  await eventually(() => {
    for (const { closes, status } of scribes) {
      expect(closes).toContain(1013);
      expect(status).not.toBe("saved");
    }
  });
  for (const scribe of scribes) scribe.stopWriting();
  // What a process says comes on its own way, and may come after its sockets have closed.
  await eventually(() => expect(server.output).toContain(error));
  expect(scribes.some(({ acknowledged, written }) => acknowledged === written)).toBe(false);
  expectPromisesKept(scribes, await wordsOnDisk(server.dataDir, room));
  await expectReadable(server.port, jonas, room, scribes);
  mend();
  await expectAllSaved(scribes);
  await server.kill();
  expectPromisesKept(scribes, await wordsOnDisk(server.dataDir, room));
  const words = scribes.reduce((sum, { acknowledged }) => sum + acknowledged, 0);
  report(`${error}: ${words} words acknowledged, none lost`);
  return words;
}

async function expectReadable(
  port: number,
  person: { readonly cookie: string },
  room: string,
  scribes: readonly Scribe[],
): Promise<void> {
  const reader = peer({ port }, person, room);
  await synced(reader);
  const words = reader.doc.getArray<string>("words").toArray();
  for (const { name, acknowledged } of scribes)
    expect(wordsOf(name, words).length).toBeGreaterThanOrEqual(acknowledged);
  reader.provider.destroy();
}

test("D4 D5 K1 a disk that is full stops writing, not reading, and all is saved once it has room", async (context) => {
  const disk = await temporaryFolder();
  context.skip(!mountSmallDisk(disk), "only an administrator may mount the small disk");
  const ballast = join(disk, "ballast");
  const saved = await liveThrough(await coupleWithProcess(disk), {
    fail: () => fill(ballast),
    mend: () => rmSync(ballast),
    error: "database or disk is full",
  });
  expect(saved).toBeGreaterThan(40);
}, 60_000);

test("D4 D5 K1 a disk that fails to write stops writing, not reading, and all is saved once it is mended", async (context) => {
  context.skip(!works("prlimit", "--version"), "nothing here makes a file fail");
  const couple = await coupleWithProcess(await temporaryFolder());
  const pid = String(couple.server.pid);
  const allow = (bytes: string): boolean => works("prlimit", "--pid", pid, `--fsize=${bytes}:`);
  const saved = await liveThrough(couple, {
    fail: () => void allow("0"),
    mend: () => void allow("unlimited"),
    error: "disk I/O error",
  });
  expect(saved).toBeGreaterThan(40);
}, 60_000);
