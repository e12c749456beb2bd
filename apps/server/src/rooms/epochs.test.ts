import { rm } from "node:fs/promises";
import { join } from "node:path";

import { makeDocumentEpoch } from "@concord/sync/client/document-epoch";
import { expect, test } from "vitest";
import * as Y from "yjs";

import type { RunningServer } from "../server.ts";
import { openSqliteRoomLog } from "../store/room-log/sqlite-room-log.ts";
import { eventually } from "../testing/eventually.ts";
import { peer, raw, synced } from "../testing/peers.ts";
import { couple, startWorkspace, temporaryFolder } from "../testing/workspace.ts";

const read = ({ services }: RunningServer, room: string) => services.rooms.read(room);

/** The words that somebody finds who has never been here. */
async function found(server: RunningServer, who: Parameters<typeof peer>[1], room: string) {
  const newcomer = peer(server, who, room);
  await synced(newcomer);
  return newcomer.text.toJSON();
}

/** A couple's needs, in a log that can be lost and filled again with the same words. */
async function start() {
  const dataDir = await temporaryFolder();
  const server = await startWorkspace({ dataDir });
  const people = await couple(server);
  const room = `${people.space}/needs`;
  const makeAnew = async () => {
    await server.stop();
    for (const end of ["", "-wal", "-shm"]) {
      await rm(join(dataDir, `log.db${end}`), { force: true });
    }
    const log = await openSqliteRoomLog({ file: join(dataDir, "log.db") });
    const doc = new Y.Doc();
    doc.getText("text").insert(0, "calm walks");
    const update = Y.encodeStateAsUpdate(doc);
    const author = people.jonas.id;
    await log.append([{ room, author, at: Date.now(), update, binds: [doc.clientID] }]);
    await log.stop();
    return startWorkspace({ dataDir, port: server.port });
  };
  return { ...people, server, room, makeAnew };
}

test("E2 of a room that was made anew, who was away hears it, and nothing is there twice", async () => {
  const { server, maya, jonas, room, makeAnew } = await start();
  const hers = peer(server, maya, room, { ack: "1" });
  const epoch = makeDocumentEpoch(hers.provider);
  await synced(hers);
  hers.text.insert(0, "calm walks");
  await eventually(async () => expect((await read(server, room)).length).toBeGreaterThan(2));
  hers.provider.disconnect();
  hers.text.insert(10, ", and rest");
  const again = await makeAnew();
  hers.provider.connect();
  await eventually(() => expect(hers.closes).toEqual([4409]));
  expect(hers.provider.shouldConnect).toBe(false);
  expect(epoch.current).not.toBeNull();
  expect(hers.text.toJSON()).toBe("calm walks, and rest");
  expect(await found(again, jonas, room)).toBe("calm walks");
  expect(await found(again, maya, room)).toBe("calm walks");
});

test("E1 E2 the address tells the epoch that a copy is of, and the first frame the room's", async () => {
  const { server, maya, room } = await start();
  const asking = raw(server, maya, `/sync/${room}?ack=1`);
  await eventually(() => expect(asking.frames.length).toBeGreaterThan(1));
  const [type, length, ...told] = asking.frames[0] ?? [];
  expect([type, length]).toEqual([102, told.length]);
  const epoch = String.fromCodePoint(...told);
  const same = raw(server, maya, `/sync/${room}?ack=1&epoch=${epoch}`);
  await eventually(() => expect(same.frames[0]).toEqual(asking.frames[0]));
  for (const other of ["", `${epoch}0`, "x".repeat(2000), "%ff"]) {
    const differing = raw(server, maya, `/sync/${room}?ack=1&epoch=${other}`);
    expect(await differing.closed).toEqual({ code: 4409, reason: "other-epoch" });
    expect(differing.frames).toEqual([]);
  }
});
