import { cp } from "node:fs/promises";
import { join } from "node:path";

import { expect } from "vitest";
import * as Y from "yjs";

import { openSqliteRoomLog } from "../store/room-log/sqlite-room-log.ts";
import { eventually } from "../testing/eventually.ts";
import { couple, startWorkspace, temporaryFolder } from "../testing/workspace.ts";
import { type Scribe, firstWords, wordsOf } from "./scribe.ts";
import { ServerProcess } from "./server-process.ts";

/** Two partners who have a space, and their server as a process of its own. */
export async function coupleWithProcess(dataDir: string) {
  const workspace = await startWorkspace({ dataDir });
  const people = await couple(workspace);
  await workspace.stop();
  const server = await ServerProcess.start(dataDir);
  return { ...people, server, room: `${people.space}/needs` };
}

/** What a room's log holds, read from a copy: looking changes nothing for who comes after. */
export async function wordsOnDisk(dataDir: string, room: string): Promise<string[]> {
  const folder = await temporaryFolder();
  for (const file of ["log.db", "log.db-wal"])
    await cp(join(dataDir, file), join(folder, file)).catch(() => undefined);
  const log = await openSqliteRoomLog({ file: join(folder, "log.db") });
  const { snapshot, tail } = await log.load(room);
  await log.stop();
  const doc = new Y.Doc();
  if (snapshot) Y.applyUpdate(doc, snapshot.update);
  for (const { update } of tail) Y.applyUpdate(doc, update);
  return doc.getArray<string>("words").toArray();
}

/** Every word that was acknowledged is among them, in order, and none before it is missing. */
export function expectPromisesKept(scribes: readonly Scribe[], words: readonly string[]): void {
  for (const { name, acknowledged, savedTooSoon } of scribes) {
    const survived = wordsOf(name, words);
    expect(survived).toEqual(firstWords(name, survived.length));
    expect(survived.length).toBeGreaterThanOrEqual(acknowledged);
    expect(savedTooSoon).toBe(0);
  }
}

/** Nobody does anything but wait, and all of them end with everything, saved. */
export async function expectAllSaved(scribes: readonly Scribe[]): Promise<void> {
  for (const scribe of scribes) scribe.stopWriting();
  await eventually(() => {
    for (const { name, written, acknowledged, status, words } of scribes) {
      expect(status).toBe("saved");
      expect(acknowledged).toBe(written);
      for (const other of scribes) expect(wordsOf(name, other.words)).toHaveLength(written);
      expect(words).toEqual(scribes[0]?.words);
    }
  });
}
