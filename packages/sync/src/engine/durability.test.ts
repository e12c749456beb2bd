import { describe, expect, test } from "vitest";
import * as Y from "yjs";

import { Writer, setStage, textInLog, textOf } from "../testing/stage.ts";

const acks = (heard: readonly { kind: string }[]) => heard.filter(({ kind }) => kind === "ack");

describe("D1 nothing is acknowledged before it is durable", () => {
  test("an update's acknowledgement waits for the log", async () => {
    const stage = setStage();
    const ada = stage.join("ada");
    await stage.rest();
    stage.gate.hold();
    ada.update(new Writer(1).write("a"));
    await stage.rest();
    expect(acks(ada.socket.heard)).toEqual([]);
    stage.gate.release();
    await stage.rest();
    expect(acks(ada.socket.heard)).toEqual([{ kind: "ack", count: 1 }]);
  });

  test("so does that of a frame with nothing new, for what it repeats may not be durable", async () => {
    const stage = setStage();
    const laptop = stage.join("ada");
    const phone = stage.join("ada");
    await stage.rest();
    stage.gate.hold();
    const update = new Writer(1).write("a");
    laptop.update(update);
    phone.update(update);
    await stage.rest();
    expect(acks(phone.socket.heard)).toEqual([]);
    stage.gate.release();
    await stage.rest();
    expect(acks(phone.socket.heard)).toEqual([{ kind: "ack", count: 1 }]);
  });
});

describe("D2 the acknowledgement counts document frames of this connection, empty ones too", () => {
  test("cumulatively, SyncStep2 and Update alike, awareness and SyncStep1 not", async () => {
    const stage = setStage();
    const ada = stage.join("ada");
    const writer = new Writer(1);
    await stage.rest();
    ada.step1();
    ada.step2(new Uint8Array([0, 0]));
    ada.awareness(1, 1, {});
    ada.update(writer.write("a"));
    ada.update(writer.write("b"));
    await stage.rest();
    expect(acks(ada.socket.heard)).toEqual([
      { kind: "ack", count: 1 },
      { kind: "ack", count: 3 },
    ]);
  });

  test("with the next frame, or a little later by itself, and at the latest before a close", async () => {
    const stage = setStage({ limits: { ackDelay: 50 } });
    const [ada, ben] = [stage.join("ada"), stage.join("ben")];
    const [writer, other] = [new Writer(1), new Writer(2)];
    await stage.rest();
    ada.update(writer.write("a"));
    await stage.rest();
    expect(acks(ada.socket.take())).toEqual([]);
    ben.update(other.write("b"));
    await stage.rest();
    expect(ada.socket.take().map(({ kind }) => kind)).toEqual(["update", "ack"]);
    ada.update(writer.write("c"));
    await stage.rest();
    stage.clock.advance(50);
    expect(ada.socket.take()).toEqual([{ kind: "ack", count: 2 }]);
    ada.update(writer.write("d"));
    await stage.rest();
    await stage.rooms.stop();
    expect(ada.socket.take()).toEqual([{ kind: "ack", count: 3 }]);
  });

  test("before a close also where the receiver lags, and the close says what it was about", async () => {
    const stage = setStage({ limits: { ackDelay: 50, bufferedHard: 100 } });
    const ada = stage.join("ada");
    await stage.rest();
    ada.update(new Writer(1).write("a"));
    await stage.rest();
    ada.socket.take();
    ada.socket.bufferedAmount = 101;
    stage.rooms.review(() => ({ code: 4403, reason: "no-access" }));
    expect(ada.socket.take()).toEqual([{ kind: "ack", count: 1 }]);
    expect(ada.socket.closed).toEqual({ code: 4403, reason: "no-access" });
  });

  test("who didn't ask for them gets none", async () => {
    const stage = setStage();
    const ada = stage.join("ada", { acknowledge: false });
    await stage.rest();
    ada.update(new Writer(1).write("a"));
    await stage.rest();
    expect(acks(ada.socket.heard)).toEqual([]);
  });

  test("a reader, who has nothing to save, is told 0 at once", async () => {
    const stage = setStage();
    const cleo = stage.join("cleo", { role: "reader" });
    await stage.rest();
    expect(acks(cleo.socket.heard)).toEqual([{ kind: "ack", count: 0 }]);
  });
});

describe("D3 what is appended", () => {
  /** How many entries each batch has, from now on. */
  function batchesOf(stage: ReturnType<typeof setStage>): number[] {
    const sizes: number[] = [];
    const append = stage.log.append.bind(stage.log);
    stage.log.append = (entries) => {
      sizes.push(entries.length);
      return append(entries);
    };
    return sizes;
  }

  test("while the log is busy leaves together, in the order of each room", async () => {
    const stage = setStage();
    const sizes = batchesOf(stage);
    const [ada, ben] = [stage.join("ada"), stage.join("ben")];
    const [writer, other] = [new Writer(1), new Writer(2)];
    await stage.rest();
    stage.gate.hold();
    ada.update(writer.write("a"));
    await stage.rest();
    for (let i = 0; i < 3; i += 1) {
      ada.update(writer.write("b"));
      ben.update(other.write("c"));
    }
    await stage.rest();
    stage.gate.release();
    await stage.rest();
    expect(sizes).toEqual([1, 6]);
    expect(textOf(await stage.rooms.read("room"))).toBe(await textInLog(stage.log));
  });

  test("by one person in a room in one go is one entry, and each of its updates is acknowledged", async () => {
    const stage = setStage();
    const ada = stage.join("ada");
    const writer = new Writer(1);
    await stage.rest();
    for (const letter of "one go") ada.update(writer.write(letter));
    ada.update(writer.erase(3, 3));
    await stage.rest();
    const { tail } = await stage.log.load("room");
    expect(tail).toHaveLength(1);
    expect(await textInLog(stage.log)).toBe("one");
    expect(acks(ada.socket.heard)).toEqual([{ kind: "ack", count: 7 }]);
  });

  test("stays apart where the one doesn't simply go on from the other", async () => {
    const stage = setStage();
    const ada = stage.join("ada");
    const writer = new Writer(1);
    await stage.rest();
    const letters = ["a", "b", "c"].map((letter) => writer.write(letter));
    for (const update of letters.toReversed()) ada.update(update);
    await stage.rest();
    expect((await stage.log.load("room")).tail).toHaveLength(3);
    expect(await textInLog(stage.log)).toBe("abc");
  });

  test("waits for the log's pace, unless nothing was appended for a while", async () => {
    const stage = setStage({ limits: { logPace: 5 } });
    const sizes = batchesOf(stage);
    const ada = stage.join("ada");
    const writer = new Writer(1);
    await stage.rest();
    ada.update(writer.write("a"));
    await stage.rest();
    expect(sizes).toEqual([1]);
    ada.update(writer.write("b"));
    await stage.rest();
    expect(sizes).toEqual([1]);
    stage.clock.advance(5);
    await stage.rest();
    expect(sizes).toEqual([1, 1]);
    stage.clock.advance(5);
    ada.update(writer.write("c"));
    await stage.rest();
    expect(sizes).toEqual([1, 1, 1]);
  });
});

describe("D4 a failed append", () => {
  async function fail() {
    const stage = setStage();
    const ada = stage.join("ada");
    const ben = stage.join("ben");
    const writer = new Writer(1);
    await stage.rest();
    ada.update(writer.write("kept"));
    await stage.rest();
    stage.gate.breakOnce();
    ada.update(writer.write(" lost"));
    await stage.rest();
    return { stage, ada, ben, writer };
  }

  test("acknowledges nothing and sends everybody in the room away to come back", async () => {
    const { stage, ada, ben } = await fail();
    expect(acks(ada.socket.heard)).toEqual([{ kind: "ack", count: 1 }]);
    expect(ada.socket.closed).toEqual({ code: 1013, reason: "try-again-later" });
    expect(ben.socket.closed).toEqual(ada.socket.closed);
    expect(stage.reports).toEqual(["append-failed"]);
  });

  test("leaves a room that is what the log says, into which the words are sent again", async () => {
    const { stage, writer } = await fail();
    expect(textOf(await stage.rooms.read("room"))).toBe("kept");
    const again = stage.join("ada");
    await stage.rest();
    again.step2(writer.all);
    await stage.rest();
    expect(acks(again.socket.heard)).toEqual([{ kind: "ack", count: 1 }]);
    expect(await textInLog(stage.log)).toBe("kept lost");
  });

  test("rejects what the server itself was writing", async () => {
    const stage = setStage();
    stage.gate.breakOnce();
    await expect(stage.rooms.write("room", "server", new Writer(1).write("x"))).rejects.toThrow(
      "the disk is full",
    );
  });

  test("of one room leaves the others alone", async () => {
    const stage = setStage();
    const append = stage.log.append.bind(stage.log);
    stage.log.append = (entries) =>
      entries.some(({ room }) => room === "bad")
        ? Promise.reject(new Error("this room alone"))
        : append(entries);
    const results = await Promise.allSettled(
      ["good", "bad", "fine"].map((room) =>
        stage.rooms.write(room, "server", new Writer(1).write(room)),
      ),
    );
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  });
});

test("D5 a failed load is never an empty document", async () => {
  const stage = setStage();
  await stage.rooms.write("room", "server", new Writer(1).write("there"));
  const later = setStage({ log: stage.log });
  stage.loads.breakOnce();
  const ada = later.join("ada");
  ada.step1();
  await later.rest();
  expect(ada.socket.frames).toEqual([]);
  expect(ada.socket.closed).toMatchObject({ code: 1013 });
  const again = later.join("ada");
  again.step1();
  await later.rest();
  const step2 = again.socket.heard.find(({ kind }) => kind === "step2");
  expect(step2?.kind === "step2" && textOf(step2.bytes)).toBe("there");
});

test("D6 read has everything accepted before it, also what nobody is shown yet", async () => {
  const stage = setStage();
  const ada = stage.join("ada");
  await stage.rest();
  ada.update(new Writer(1).write("first words"));
  expect(textOf(await stage.rooms.read("room"))).toBe("first words");
});

test("D6 read gives what is durable, and waits for what is being shown", async () => {
  const stage = setStage();
  const ada = stage.join("ada");
  const writer = new Writer(1);
  await stage.rest();
  ada.update(writer.write("a"));
  await stage.rest();
  stage.gate.hold();
  ada.update(writer.write("b"));
  const reading = stage.rooms.read("room");
  let done = false;
  void reading.then(() => (done = true));
  await stage.rest();
  expect(done).toBe(false);
  stage.gate.release();
  expect(textOf(await reading)).toBe("ab");
});

test("D7 stopping tells everybody to come back, and ends once everything is durable", async () => {
  const stage = setStage();
  const ada = stage.join("ada");
  await stage.rest();
  stage.gate.hold();
  ada.update(new Writer(1).write("last words"));
  const stopping = stage.rooms.stop();
  expect(ada.socket.closed).toEqual({ code: 1012, reason: "restarting" });
  await stage.rest();
  expect(await textInLog(stage.log)).toBe("");
  stage.gate.release();
  await stopping;
  expect(await textInLog(stage.log)).toBe("last words");
  expect(stage.join("ben").socket.closed).toMatchObject({ code: 1012 });
  await expect(stage.rooms.read("room")).rejects.toThrow("closed");
});

test("D8 gaps are kept: what depends on what hasn't come yet is stored, and completed by it", async () => {
  const stage = setStage();
  const ada = stage.join("ada");
  const writer = new Writer(1);
  const first = writer.write("first");
  const second = writer.write(" second");
  const third = writer.write(" third");
  await stage.rest();
  ada.update(third);
  await stage.rest();
  const ben = stage.join("ben");
  ben.step1();
  await stage.rest();
  ada.update(second);
  ada.update(first);
  await stage.rest();
  expect(await textInLog(stage.log)).toBe("first second third");
  const doc = new Y.Doc();
  for (const heard of ben.socket.heard) {
    if (heard.kind === "step2" || heard.kind === "update") Y.applyUpdate(doc, heard.bytes);
  }
  expect(doc.getText("t").toJSON()).toBe("first second third");
});
