import { describe, expect, test } from "vitest";

import { Writer, setStage, textInLog } from "../testing/stage.ts";

const epochOf = async ({ log }: ReturnType<typeof setStage>) => (await log.load("room")).epoch;

describe("E1 who asks is told the room's epoch before anything else", () => {
  test("a writer before SyncStep1, though it asked for everything at once", async () => {
    const stage = setStage();
    stage.loads.hold();
    const ada = stage.join("ada");
    ada.step1();
    stage.loads.release();
    await stage.rest();
    const [first, second] = ada.socket.heard;
    expect(first).toEqual({ kind: "epoch", epoch: await epochOf(stage) });
    expect(second?.kind).toBe("step1");
  });

  test("a reader too", async () => {
    const stage = setStage();
    const cleo = stage.join("cleo", { role: "reader" });
    await stage.rest();
    expect(cleo.socket.heard[0]).toEqual({ kind: "epoch", epoch: await epochOf(stage) });
  });

  test("and it is the same for as long as the room is", async () => {
    const stage = setStage({ limits: { tailEntries: 20 } });
    const writer = new Writer(1);
    for (const letter of "more than twenty letters") {
      await stage.rooms.write("room", "ada", writer.write(letter));
    }
    await stage.rest();
    expect((await stage.log.load("room")).snapshot).not.toBeNull();
    const before = await epochOf(stage);
    const later = setStage({ log: stage.log });
    const ada = later.join("ada");
    await later.rest();
    expect(ada.socket.heard[0]).toEqual({ kind: "epoch", epoch: before });
  });

  test("who doesn't ask hears nothing of it", async () => {
    const stage = setStage();
    const stock = stage.join("ada", { acknowledge: false });
    stock.step1();
    await stage.rest();
    expect(stock.socket.heard.map(({ kind }) => kind)).toEqual(["step1", "step2"]);
  });
});

describe("E2 whose copy is of another epoch is sent away", () => {
  test.each(["writer", "reader"] as const)("a %s, before it is sent anything", async (role) => {
    const stage = setStage();
    const ada = stage.join("ada", { role, epoch: "another" });
    await stage.rest();
    expect(ada.socket.closed).toEqual({ code: 4409, reason: "other-epoch" });
    expect(ada.socket.frames).toEqual([]);
  });

  test("and nothing that it sent while the room was loading is taken", async () => {
    const stage = setStage();
    stage.loads.hold();
    const ada = stage.join("ada", { epoch: "another" });
    ada.step2(new Writer(1).write("once more"));
    ada.update(new Writer(1).write("once more"));
    ada.awareness(1, 1, { cursor: 3 });
    stage.loads.release();
    await stage.rest();
    ada.update(new Writer(2).write("too late"));
    const ben = stage.join("ben");
    await stage.rest();
    expect(ada.socket.closed?.code).toBe(4409);
    expect(await textInLog(stage.log)).toBe("");
    expect(ben.socket.heard.some(({ kind }) => kind === "awareness")).toBe(false);
  });

  test("out of a room that others are in, unseen by them", async () => {
    const stage = setStage();
    const ben = stage.join("ben");
    await stage.rest();
    ben.socket.take();
    const ada = stage.join("ada", { epoch: "another" });
    ada.update(new Writer(1).write("once more"));
    await stage.rest();
    expect(ada.socket.closed?.code).toBe(4409);
    expect(ben.socket.take()).toEqual([]);
  });

  test.each([
    ["empty", ""],
    ["far too long", "x".repeat(100_000)],
  ])("an epoch that is %s is no epoch of the room's", async (_, epoch) => {
    const stage = setStage();
    const ada = stage.join("ada", { epoch });
    await stage.rest();
    expect(ada.socket.closed?.code).toBe(4409);
  });

  test("who names the room's, and who names none, is let in", async () => {
    const stage = setStage();
    const ada = stage.join("ada", { epoch: await epochOf(stage) });
    const ben = stage.join("ben", { epoch: null });
    await stage.rest();
    for (const guest of [ada, ben]) {
      guest.update(new Writer(guest === ada ? 1 : 2).write("in"));
      expect(guest.socket.closed).toBeNull();
    }
    await stage.rest();
    expect(await textInLog(stage.log)).toBe("inin");
  });

  test("a connection that may not come in at all hears that instead", async () => {
    const stage = setStage({ limits: { connectionsPerPerson: 0 } });
    expect(stage.join("ada", { epoch: "another" }).socket.closed?.code).toBe(4429);
  });
});
