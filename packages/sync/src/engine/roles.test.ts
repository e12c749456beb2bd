import { describe, expect, test } from "vitest";

import { closeCodes } from "../protocol/close.ts";
import { Writer, setStage, textInLog } from "../testing/stage.ts";

describe("R1 a writer is asked for what the room lacks, a reader never", () => {
  test("SyncStep1 goes to writers alone, and first", async () => {
    const stage = setStage();
    const ada = stage.join("ada");
    const cleo = stage.join("cleo", { role: "reader" });
    await stage.rest();
    const kinds = ada.socket.heard.map(({ kind }) => kind);
    expect(kinds.find((kind) => kind !== "epoch")).toBe("step1");
    expect(cleo.socket.heard.some(({ kind }) => kind === "step1")).toBe(false);
  });

  test("a reader gets the document and every change of it", async () => {
    const stage = setStage();
    const ada = stage.join("ada");
    const cleo = stage.join("cleo", { role: "reader" });
    cleo.step1();
    ada.update(new Writer(1).write("see"));
    await stage.rest();
    expect(cleo.socket.heard.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["step2", "update"]),
    );
  });
});

describe("R2 a reader's writes are dropped", () => {
  test("whatever frame they come in", async () => {
    const stage = setStage();
    const ada = stage.join("ada");
    const cleo = stage.join("cleo", { role: "reader" });
    await stage.rest();
    ada.socket.take();
    cleo.update(new Writer(5).write("no"));
    cleo.step2(new Writer(5).write("no"));
    await stage.rest();
    expect(cleo.socket.closed).toBeNull();
    expect(ada.socket.take().filter(({ kind }) => kind === "update")).toEqual([]);
    expect(await textInLog(stage.log)).toBe("");
  });

  test("empty ones are harmless, others end the connection when repeated", async () => {
    const stage = setStage({ limits: { readerStrikes: 3 } });
    const cleo = stage.join("cleo", { role: "reader" });
    await stage.rest();
    for (let i = 0; i < 20; i += 1) cleo.step2(new Uint8Array([0, 0]));
    for (let i = 0; i < 3; i += 1) cleo.update(new Writer(5).write("no"));
    expect(cleo.socket.closed).toBeNull();
    cleo.update(new Writer(5).write("no"));
    expect(cleo.socket.closed).toMatchObject({ code: 4403 });
  });

  test("deletions too", async () => {
    const stage = setStage();
    const ada = stage.join("ada");
    const cleo = stage.join("cleo", { role: "reader" });
    const writer = new Writer(1);
    ada.update(writer.write("stays"));
    await stage.rest();
    cleo.update(writer.erase(0, 5));
    await stage.rest();
    expect(await textInLog(stage.log)).toBe("stays");
  });
});

describe("R3 the role is asked for at the moment of the commit", () => {
  test("what a connection has queued dies with it", async () => {
    const stage = setStage();
    stage.loads.hold();
    const ada = stage.join("ada");
    ada.update(new Writer(1).write("too late"));
    stage.rooms.review((_room, { person }) => (person === "ada" ? closeCodes.noAccess : null));
    stage.loads.release();
    await stage.rest();
    expect(ada.socket.closed).toMatchObject({ code: 4403 });
    expect(await textInLog(stage.log)).toBe("");
  });

  test("a review ends the connections it names and no other", async () => {
    const stage = setStage();
    const ada = stage.join("ada");
    const cleo = stage.join("cleo", { role: "reader" });
    await stage.rest();
    const seen: string[] = [];
    stage.rooms.review((room, { person, role }) => {
      seen.push(`${room} ${person}`);
      return role === "reader" ? closeCodes.roleChanged : null;
    });
    expect(seen).toEqual(["room ada", "room cleo"]);
    expect(cleo.socket.closed).toEqual({ code: 4503, reason: "role-changed" });
    expect(ada.socket.closed).toBeNull();
  });

  test("nothing is sent to a connection that has ended", async () => {
    const stage = setStage();
    const ada = stage.join("ada");
    const ben = stage.join("ben");
    await stage.rest();
    stage.rooms.review((_room, { person }) => (person === "ben" ? closeCodes.noAccess : null));
    ben.socket.take();
    ada.update(new Writer(1).write("between us"));
    await stage.rest();
    expect(ben.socket.take()).toEqual([]);
  });
});

describe("R4 an admission ends by itself", () => {
  test("at its time, to the millisecond, also when that is months away", async () => {
    const stage = setStage();
    const months = 100 * 24 * 3_600_000;
    const cleo = stage.join("cleo", { role: "reader", until: stage.clock.now() + months });
    await stage.rest();
    stage.clock.leap(months - 1);
    expect(cleo.socket.closed).toBeNull();
    stage.clock.advance(1);
    expect(cleo.socket.closed).toMatchObject({ code: 4403 });
  });

  test("with what the admission says, where somebody else's end is not for good", async () => {
    const stage = setStage();
    const until = stage.clock.now() + 1000;
    const ada = stage.join("ada", { until, ending: closeCodes.roleChanged });
    await stage.rest();
    stage.clock.advance(1000);
    expect(ada.socket.closed).toMatchObject({ code: 4503 });
  });

  test("one that had ended before it came in gets nothing", async () => {
    const stage = setStage();
    const cleo = stage.join("cleo", { role: "reader", until: stage.clock.now() });
    stage.clock.advance(0);
    await stage.rest();
    expect(cleo.socket.closed).toMatchObject({ code: 4403 });
    expect(cleo.socket.frames).toEqual([]);
  });
});
