import { appendFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { addNeed } from "@concord/domain/needs/commands";
import { readNeeds } from "@concord/domain/needs/view";
import { EntryId } from "@concord/domain/ids";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";

import type { RunningServer } from "../server.ts";
import { couple, signIn, startWorkspace, temporaryFolder } from "../testing/workspace.ts";
import { backUp, OperatorError, restore } from "./backup.ts";
import { listUsers } from "./users.ts";

const entry = (nth: number) => v.parse(EntryId, `entry-${String(nth).padStart(6, "0")}`);

async function write({ services }: RunningServer, room: string, author: string, nth: number) {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, await services.rooms.read(room));
  const before = Y.encodeStateVector(doc);
  addNeed(doc, { id: entry(nth), owner: "ours", kind: "need", text: `need ${nth}` });
  await services.rooms.write(room, author, Y.encodeStateAsUpdate(doc, before));
}

async function needsIn({ services }: RunningServer, room: string) {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, await services.rooms.read(room));
  return readNeeds(doc).map(({ text }) => text);
}

async function lived() {
  const dataDir = await temporaryFolder();
  const server = await startWorkspace({ dataDir });
  const { maya, space } = await couple(server);
  const room = `${space}/needs`;
  for (let nth = 0; nth < 5; nth += 1) await write(server, room, maya.id, nth);
  return { dataDir, server, maya, space, room };
}

describe("a backup", () => {
  it("taken while somebody writes holds exactly what was acknowledged by then, and is restored whole", async () => {
    const { dataDir, server, maya, room } = await lived();
    const to = join(await temporaryFolder(), "backup");
    const writing = { on: true };
    const writer = (async () => {
      for (let nth = 5; writing.on; nth += 1) await write(server, room, maya.id, nth);
    })();
    const before = await needsIn(server, room);
    await backUp(dataDir, to, new Date());
    writing.on = false;
    await writer;
    const after = await needsIn(server, room);
    await server.stop();
    const again = join(await temporaryFolder(), "data");
    await restore(to, again);
    const restored = await startWorkspace({ dataDir: again });
    const found = await needsIn(restored, room);
    expect(found.length).toBeGreaterThanOrEqual(before.length);
    expect(after.slice(0, found.length)).toEqual(found);
    expect((await (await signIn(restored, "Maya")).get("/api/me")).status).toBe(200);
  });

  it("E1 is another history to devices that have seen more: each room has a new epoch", async () => {
    const { dataDir, server, room } = await lived();
    const to = join(await temporaryFolder(), "backup");
    await backUp(dataDir, to, new Date());
    const { epoch } = await server.services.roomLog.load(room);
    await server.stop();
    const again = join(await temporaryFolder(), "data");
    await restore(to, again);
    const restored = await startWorkspace({ dataDir: again });
    expect((await restored.services.roomLog.load(room)).epoch).not.toBe(epoch);
  });

  it("that is damaged, incomplete or newer is refused, and so is a folder with data", async () => {
    const { dataDir } = await lived();
    const folder = await temporaryFolder();
    const to = join(folder, "backup");
    await backUp(dataDir, to, new Date());
    await expect(backUp(dataDir, to, new Date())).rejects.toThrow(/there already/);
    await expect(restore(to, dataDir)).rejects.toThrow(/holds data already/);
    await expect(restore(folder, join(folder, "new"))).rejects.toThrow(/no manifest/);
    await appendFile(join(to, "app.db"), "x");
    await expect(restore(to, join(folder, "new"))).rejects.toThrow(/damaged/);
    const manifest = join(to, "manifest.json");
    const text = await readFile(manifest, "utf8");
    await writeFile(manifest, text.replace('"format": 1', '"format": 2'));
    await expect(restore(to, join(folder, "new"))).rejects.toThrow(OperatorError);
    await expect(backUp(folder, join(folder, "x"), new Date())).rejects.toThrow(
      /There is no log.db/,
    );
  });
});

it("S21 accounts are listed by id and day, without a name, an address or a word", async () => {
  const { dataDir, maya } = await lived();
  const users = listUsers(dataDir);
  expect(users).toHaveLength(2);
  expect(users.map(({ id }) => id)).toContain(maya.id);
  expect(JSON.stringify(users)).not.toMatch(/maya|jonas|example\.org|\d{2}:\d{2}/i);
  for (const user of users) expect(user.since).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});
