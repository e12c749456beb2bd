import { describe, expect, test } from "vitest";

import { encodeSync } from "../protocol/message.ts";
import { syncType } from "../protocol/message-type.ts";
import { Writer, setStage, textInLog } from "../testing/stage.ts";

const nothing = new Uint8Array([0, 0]);

test("L1 a frame beyond the size ends its connection with a reason the client can tell", async () => {
  const stage = setStage({ limits: { frameBytes: 1000 } });
  const ada = stage.join("ada");
  await stage.rest();
  ada.update(new Writer(1).write("x".repeat(900)));
  expect(ada.socket.closed).toBeNull();
  ada.update(new Writer(2).write("x".repeat(1000)));
  expect(ada.socket.closed).toEqual({ code: 4413, reason: "too-large" });
  await stage.rest();
  expect(await textInLog(stage.log)).toHaveLength(900);
});

describe("L2 frames a second", () => {
  test("bursts pass, a flood is told to come back later", async () => {
    const stage = setStage({ limits: { frames: { burst: 100, perSecond: 10 } } });
    const ada = stage.join("ada");
    await stage.rest();
    for (let i = 0; i < 100; i += 1) ada.step2(nothing);
    stage.clock.advance(1000);
    for (let i = 0; i < 10; i += 1) ada.step2(nothing);
    expect(ada.socket.closed).toBeNull();
    ada.step2(nothing);
    expect(ada.socket.closed).toMatchObject({ code: 1013 });
  });

  test("by default 26,000 edits pass at once", async () => {
    const stage = setStage();
    const ada = stage.join("ada");
    await stage.rest();
    for (let i = 0; i < 26_078; i += 1) ada.step2(nothing);
    expect(ada.socket.closed).toBeNull();
  });
});

describe("L3 before the room is loaded", () => {
  test("frames wait, and are taken in their order", async () => {
    const stage = setStage();
    stage.loads.hold();
    const ada = stage.join("ada");
    const writer = new Writer(1);
    ada.step1();
    for (const letter of "in order") ada.update(writer.write(letter));
    stage.loads.release();
    await stage.rest();
    expect(await textInLog(stage.log)).toBe("in order");
    expect(ada.socket.heard.findLast(({ kind }) => kind === "ack")).toEqual({
      kind: "ack",
      count: 8,
    });
  });

  test.each([
    ["frames", { queueFrames: 5 }],
    ["bytes", { queueBytes: 5 }],
  ])("not more than so many %s", async (_what, limits) => {
    const stage = setStage({ limits });
    stage.loads.hold();
    const ada = stage.join("ada");
    for (let i = 0; i < 6; i += 1) ada.step2(nothing);
    expect(ada.socket.closed).toMatchObject({ code: 1013 });
    stage.loads.release();
    await stage.rest();
    expect(ada.socket.frames).toEqual([]);
  });
});

test("L4 a document doesn't grow beyond its size, and what it has stays", async () => {
  const stage = setStage({ limits: { documentBytes: 1000 } });
  const ada = stage.join("ada");
  const writer = new Writer(1);
  await stage.rest();
  ada.update(writer.write("x".repeat(800)));
  await stage.rest();
  ada.update(writer.write("y".repeat(300)));
  expect(ada.socket.closed).toMatchObject({ code: 4413 });
  await stage.rest();
  expect(await textInLog(stage.log)).toBe("x".repeat(800));
});

test("L8 a person asks for so many bytes of documents, over all connections, then comes back later", async () => {
  const stage = setStage({ limits: { answers: { burst: 3000, perSecond: 100, least: 1000 } } });
  const [laptop, phone] = [stage.join("ada"), stage.join("ada")];
  const ben = stage.join("ben");
  await stage.rest();
  laptop.step1();
  phone.step1();
  laptop.step1();
  expect([laptop.socket.closed, phone.socket.closed]).toEqual([null, null]);
  phone.step1();
  expect(phone.socket.closed).toMatchObject({ code: 1013 });
  ben.step1();
  expect(ben.socket.closed).toBeNull();
  stage.clock.advance(10_000);
  laptop.step1();
  expect(laptop.socket.closed).toBeNull();
});

test("L8 a document larger than the whole allowance is still given", async () => {
  const stage = setStage({ limits: { answers: { burst: 500, perSecond: 10, least: 1 } } });
  const ada = stage.join("ada");
  await stage.rest();
  ada.update(new Writer(1).write("x".repeat(800)));
  await stage.rest();
  ada.step1();
  expect(ada.socket.closed).toBeNull();
});

test("L5 a receiver too far behind is sent away to come back afresh; updates are never dropped", async () => {
  const stage = setStage({ limits: { bufferedHard: 1000 } });
  const ada = stage.join("ada");
  const ben = stage.join("ben");
  const writer = new Writer(1);
  await stage.rest();
  ada.update(writer.write("a"));
  await stage.rest();
  ben.socket.bufferedAmount = 1001;
  ada.update(writer.write("b"));
  expect(ben.socket.closed).toMatchObject({ code: 1013 });
  expect(ada.socket.closed).toBeNull();
});

test("P2 a frame that doesn't decode ends its own connection and no other", async () => {
  const stage = setStage();
  const ben = stage.join("ben");
  await stage.rest();
  const update = new Writer(1).write("x");
  const bad = [
    new Uint8Array([]),
    new Uint8Array([7]),
    new Uint8Array([100, 1]),
    new Uint8Array([0, 9, 0]),
    new Uint8Array([...encodeSync(syncType.update, update), 0]),
    encodeSync(syncType.update, update.subarray(0, update.length - 1)),
    encodeSync(syncType.step1, new Uint8Array([9])),
    new Uint8Array([3, 0]),
    new Uint8Array([2, 0]),
  ];
  for (const frame of bad) {
    const ada = stage.join("ada");
    await stage.rest();
    ada.connection.receive(frame);
    expect([frame, ada.socket.closed]).toEqual([frame, { code: 4400, reason: "malformed" }]);
  }
  expect(ben.socket.closed).toBeNull();
});

describe("L6 a document that fills up", () => {
  const limits = { fillingBytes: 1000, nearlyFullBytes: 2000, tailEntries: 3 };
  const sizes = (heard: readonly { kind: string }[]) => heard.filter(({ kind }) => kind === "size");

  test("is told of to writers that asked, when they join and when it changes", async () => {
    const stage = setStage({ limits: { ...limits, tailEntries: 500 } });
    const [ada, writer] = [stage.join("ada"), new Writer(1)];
    const stock = stage.join("ben", { acknowledge: false });
    const reader = stage.join("cleo", { role: "reader" });
    await stage.rest();
    ada.update(writer.write("x".repeat(900)));
    await stage.rest();
    expect(sizes(ada.socket.heard)).toEqual([]);
    ada.update(writer.write("x".repeat(200)));
    ada.update(writer.write("x".repeat(2000)));
    await stage.rest();
    expect(sizes(ada.socket.heard)).toEqual([
      { kind: "size", size: 1 },
      { kind: "size", size: 2 },
    ]);
    const later = stage.join("ada");
    await stage.rest();
    expect(sizes(later.socket.heard)).toEqual([{ kind: "size", size: 2 }]);
    expect(sizes([...stock.socket.heard, ...reader.socket.heard])).toEqual([]);
  });

  test("has room again once what was deleted is gone", async () => {
    const stage = setStage({ limits });
    const [ada, writer] = [stage.join("ada"), new Writer(1)];
    await stage.rest();
    ada.update(writer.write("x".repeat(1500)));
    await stage.rest();
    ada.update(writer.erase(0, 1500));
    await stage.rest();
    ada.update(writer.write("short"));
    await stage.rest();
    expect(sizes(ada.socket.heard)).toEqual([
      { kind: "size", size: 1 },
      { kind: "size", size: 0 },
    ]);
  });
});

test("L7 a person's connections are counted over all rooms, and one that ends makes room", async () => {
  const stage = setStage({ limits: { connectionsPerPerson: 2 } });
  const [first, second, third] = [stage.join("ada"), stage.join("ada"), stage.join("ada")];
  expect(third.socket.closed).toEqual({ code: 4429, reason: "too-many" });
  expect(stage.join("ben").socket.closed).toBeNull();
  first.connection.disconnected();
  first.connection.disconnected();
  expect(stage.join("ada").socket.closed).toBeNull();
  expect(stage.join("ada").socket.closed).toMatchObject({ code: 4429 });
  await stage.rest();
  expect(second.socket.closed).toBeNull();
});
