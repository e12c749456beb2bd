import { describe, expect, test } from "vitest";
import * as Y from "yjs";

import { Writer, setStage, textInLog, textOf } from "../testing/stage.ts";

function countLoads(stage: ReturnType<typeof setStage>) {
  const counted = { loads: 0 };
  const load = stage.log.load.bind(stage.log);
  stage.log.load = (room) => {
    counted.loads += 1;
    return load(room);
  };
  return counted;
}

describe("U1 a room is loaded once", () => {
  test("however many come while it loads", async () => {
    const stage = setStage();
    const counted = countLoads(stage);
    stage.loads.hold();
    const guests = ["ada", "ben", "cleo"].map((person) => stage.join(person));
    const reading = stage.rooms.read("room");
    stage.loads.release();
    await reading;
    expect(counted.loads).toBe(1);
    expect(guests.every(({ socket }) => socket.frames.length > 0)).toBe(true);
  });

  test("and stays while somebody is there", async () => {
    const stage = setStage();
    const counted = countLoads(stage);
    stage.join("ada");
    await stage.rest();
    stage.clock.advance(600_000);
    stage.join("ben");
    await stage.rest();
    expect(counted.loads).toBe(1);
  });
});

describe("U2 a room that nobody uses is let go", () => {
  test("after a while, and loaded anew for the next", async () => {
    const stage = setStage({ limits: { idle: 1000 } });
    const counted = countLoads(stage);
    const ada = stage.join("ada");
    await stage.rest();
    ada.update(new Writer(1).write("kept"));
    await stage.rest();
    ada.connection.disconnected();
    stage.clock.advance(1000);
    expect(textOf(await stage.rooms.read("room"))).toBe("kept");
    expect(counted.loads).toBe(2);
  });

  test("not if somebody comes back in between", async () => {
    const stage = setStage({ limits: { idle: 1000 } });
    const counted = countLoads(stage);
    const ada = stage.join("ada");
    await stage.rest();
    ada.connection.disconnected();
    stage.clock.advance(900);
    stage.join("ada");
    stage.clock.advance(5000);
    stage.join("ben");
    await stage.rest();
    expect(counted.loads).toBe(1);
  });

  test("U3 never while something of it isn't durable: a joiner finds it", async () => {
    const stage = setStage({ limits: { idle: 1000 } });
    const ada = stage.join("ada");
    const writer = new Writer(1);
    await stage.rest();
    ada.update(writer.write("on "));
    await stage.rest();
    stage.gate.hold();
    ada.update(writer.write("its way"));
    ada.connection.disconnected();
    await stage.rest();
    stage.clock.advance(60_000);
    const ben = stage.join("ben");
    ben.step1();
    await stage.rest();
    const step2 = ben.socket.heard.find(({ kind }) => kind === "step2");
    expect(step2?.kind === "step2" && textOf(step2.bytes)).toBe("on its way");
    stage.gate.release();
  });
});

describe("C1 a long tail is compacted", () => {
  async function typeMuch(stage: ReturnType<typeof setStage>) {
    const ada = stage.join("ada");
    const writer = new Writer(1);
    await stage.rest();
    for (const letter of "a secret that both deleted, and what they kept") {
      ada.update(writer.write(letter));
      await stage.rest();
    }
    ada.update(writer.erase(0, 28));
    await stage.rest();
    await stage.rest();
    return { ada, writer };
  }

  test("into a snapshot that replays to the same, and the document goes on", async () => {
    const stage = setStage({ limits: { tailEntries: 20 } });
    const { ada, writer } = await typeMuch(stage);
    const { snapshot, tail } = await stage.log.load("room");
    expect(snapshot).not.toBeNull();
    expect(tail.length).toBeLessThan(20);
    expect(await textInLog(stage.log)).toBe("and what they kept");
    ada.update(writer.write("!"));
    await stage.rest();
    expect(await textInLog(stage.log)).toBe("and what they kept!");
    expect(textOf(await stage.rooms.read("room"))).toBe("and what they kept!");
  });

  test("a shorter one when its room is let go", async () => {
    const stage = setStage({ limits: { idle: 1000, idleTailEntries: 20 } });
    const { ada } = await typeMuch(stage);
    expect((await stage.log.load("room")).snapshot).toBeNull();
    ada.connection.disconnected();
    stage.clock.advance(1000);
    await stage.rest();
    expect((await stage.log.load("room")).tail).toEqual([]);
    expect(await textInLog(stage.log)).toBe("and what they kept");
    const counted = countLoads(stage);
    stage.clock.advance(1000);
    await stage.rooms.read("room");
    expect(counted.loads).toBe(1);
  });

  test("one that is small beside the document only then", async () => {
    const stage = setStage({ limits: { tailEntries: 20 } });
    await stage.rooms.write("room", "server", new Writer(9).write("x".repeat(10_000)));
    const snapshot = await stage.rooms.read("room");
    await stage.log.compact("room", 1, snapshot, []);
    const later = setStage({ log: stage.log, limits: { tailEntries: 20 } });
    await typeMuch(later);
    expect((await stage.log.load("room")).snapshot?.seq).toBe(1);
  });

  test("C2 and what was deleted is gone from the log and from what joiners get", async () => {
    const stage = setStage({ limits: { tailEntries: 47 } });
    await typeMuch(stage);
    const holds = (update: Uint8Array | undefined) =>
      new TextDecoder("latin1").decode(update).includes("secret");
    expect(holds((await stage.log.load("room")).snapshot?.update)).toBe(false);
    expect(holds(await stage.rooms.read("room"))).toBe(false);
  });

  test("C3 never across a gap", async () => {
    const stage = setStage({ limits: { tailEntries: 20 } });
    const ada = stage.join("ada");
    const writer = new Writer(1);
    const first = writer.write("first ");
    await stage.rest();
    for (let i = 0; i < 30; i += 1) ada.update(writer.write("."));
    await stage.rest();
    expect((await stage.log.load("room")).snapshot).toBeNull();
    ada.update(first);
    for (let i = 0; i < 30; i += 1) ada.update(writer.write("!"));
    await stage.rest();
    await stage.rest();
    expect((await stage.log.load("room")).snapshot).not.toBeNull();
    expect(await textInLog(stage.log)).toBe(`first ${".".repeat(30)}${"!".repeat(30)}`);
  });

  test("C4 authorship outlives it", async () => {
    const stage = setStage({ limits: { tailEntries: 20 } });
    const { writer } = await typeMuch(stage);
    const later = setStage({ log: stage.log });
    const ben = later.join("ben");
    await later.rest();
    ben.update(writer.write("forged"));
    expect(ben.socket.closed?.code).toBe(4407);
  });

  test("C5 a compaction that fails loses nothing", async () => {
    const stage = setStage({ limits: { tailEntries: 20 } });
    stage.log.compact = () => Promise.reject(new Error("the disk is full"));
    const { ada } = await typeMuch(stage);
    expect(stage.reports).toContain("compaction-failed");
    expect(ada.socket.closed).toBeNull();
    expect(await textInLog(stage.log)).toBe("and what they kept");
  });
});

test("C6 thousands of small updates are merged in linear time", async () => {
  const stage = setStage({ limits: { tailEntries: Infinity, tailBytes: Infinity } });
  const ada = stage.join("ada");
  const writer = new Writer(1);
  await stage.rest();
  for (let i = 0; i < 20_000; i += 1) ada.update(writer.write("x"));
  await stage.rest();
  const started = performance.now();
  const merged = await stage.rooms.read("room");
  expect(performance.now() - started).toBeLessThan(3000);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, merged);
  expect(doc.getText("t").length).toBe(20_000);
});
