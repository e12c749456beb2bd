import { describe, expect, test } from "vitest";
import * as Y from "yjs";

import { concat } from "../protocol/writer.ts";
import { Writer, setStage, textInLog, textOf } from "../testing/stage.ts";

/** Ada's words are known, on disk and seen by Ben; `rewind` is how the room was before them. */
async function adaWroteAndBenIsThere(text = "ours") {
  const stage = setStage();
  const ada = stage.join("ada");
  const ben = stage.join("ben");
  const writer = new Writer(1);
  await stage.rest();
  ada.update(writer.write(text));
  await stage.rest();
  ada.socket.take();
  ben.socket.take();
  return { stage, ada, ben, writer };
}

describe("A1 a clientID is its first user's, for the room's life", () => {
  test("A2 new words under another person's clientID end the connection, unstored, unseen", async () => {
    const { stage, ada, ben, writer } = await adaWroteAndBenIsThere();
    ben.update(writer.write(" forged"));
    await stage.rest();
    expect(ben.socket.closed?.code).toBe(4407);
    expect(ada.socket.closed).toBeNull();
    expect(ada.socket.take()).toEqual([]);
    expect(await textInLog(stage.log)).toBe("ours");
  });

  test("also after the room was closed and loaded again", async () => {
    const { stage, ada, ben, writer } = await adaWroteAndBenIsThere();
    ada.connection.disconnected();
    ben.connection.disconnected();
    stage.clock.advance(60_000);
    const later = setStage({ log: stage.log });
    const again = later.join("ben");
    await later.rest();
    again.update(writer.write(" forged"));
    expect(again.socket.closed?.code).toBe(4407);
  });

  test("A3 the same person's other device and reload have clientIDs of their own", async () => {
    const { stage, ada, ben } = await adaWroteAndBenIsThere();
    const phone = stage.join("ada");
    await stage.rest();
    phone.update(new Writer(3).write("phone "));
    await stage.rest();
    expect([ada.socket.closed, phone.socket.closed, ben.socket.closed]).toEqual([null, null, null]);
    expect(await textInLog(stage.log)).toHaveLength(10);
  });

  test("A4 what the room has already is fine from anybody, and is not stored again", async () => {
    const { stage, ben, writer } = await adaWroteAndBenIsThere();
    ben.update(writer.all);
    ben.step2(writer.all);
    await stage.rest();
    expect(ben.socket.closed).toBeNull();
    expect(ben.socket.take().filter(({ kind }) => kind === "ack")).toEqual([
      { kind: "ack", count: 1 },
      { kind: "ack", count: 2 },
    ]);
    expect((await stage.log.load("room")).tail).toHaveLength(1);
  });

  test("A4 a second version of known words is left out, even from their owner", async () => {
    const { stage, ada, ben } = await adaWroteAndBenIsThere("abcdef");
    const forger = new Writer(1);
    forger.write("xyz");
    forger.write("uvw and more");
    ada.update(forger.all);
    await stage.rest();
    const [heard] = ben.socket.take();
    expect(heard?.kind).toBe("update");
    expect(await textInLog(stage.log)).toBe("abcdef and more");
    const guest = stage.join("ben");
    guest.step1();
    await stage.rest();
    const step2 = guest.socket.take().find(({ kind }) => kind === "step2");
    expect(step2?.kind === "step2" && textOf(step2.bytes)).toBe("abcdef and more");
  });
});

test("A4 also beyond a gap: everybody ends with the version that came first", async () => {
  const { stage, ada, ben } = await adaWroteAndBenIsThere("abc");
  const forger = new Writer(1);
  forger.write("abcdef");
  ada.update(forger.write("XY"));
  await stage.rest();
  const honest = new Writer(1);
  honest.write("abcdefghij");
  ada.update(honest.all);
  await stage.rest();
  const live = new Y.Doc();
  const whole = await stage.rooms.read("room");
  Y.applyUpdate(live, new Writer(1).write("abc"));
  for (const heard of ben.socket.take()) {
    if (heard.kind === "update") Y.applyUpdate(live, heard.bytes);
  }
  expect(live.getText("t").toJSON()).toBe("abcdefXYij");
  expect(textOf(whole)).toBe("abcdefXYij");
  expect(await textInLog(stage.log)).toBe("abcdefXYij");
});

describe("A5 an answer to our SyncStep1 may hold the other's words that a crash took", () => {
  test("they are left out, and the rest is kept", async () => {
    const { stage, ben, writer } = await adaWroteAndBenIsThere();
    const bens = new Writer(2);
    Y.applyUpdate(bens.doc, writer.all);
    // Relayed to Ben, then lost with the server before it was durable.
    writer.write(" lost");
    Y.applyUpdate(bens.doc, writer.all);
    bens.write(" mine");
    ben.step2(bens.all);
    await stage.rest();
    expect(ben.socket.closed).toBeNull();
    const { tail, authors } = await stage.log.load("room");
    expect(tail).toHaveLength(2);
    expect(authors).toEqual(
      new Map([
        [1, "ada"],
        [2, "ben"],
      ]),
    );
    const without = Y.parseUpdateMeta(tail[1]?.update ?? new Uint8Array());
    expect([...without.to.keys()]).toEqual([2]);
  });

  test("it is acknowledged only once their owner has sent them again, as is what comes after it", async () => {
    const { stage, ada, ben, writer } = await adaWroteAndBenIsThere();
    const bens = new Writer(2);
    const lost = writer.write(" lost");
    Y.applyUpdate(bens.doc, writer.all);
    bens.write(" mine");
    ben.step2(bens.all);
    await stage.rest();
    ben.update(bens.write(" too"));
    await stage.rest();
    expect(ben.socket.take()).toEqual([]);
    ada.update(lost);
    await stage.rest();
    const acks = ben.socket.take().filter(({ kind }) => kind === "ack");
    expect(acks).toEqual([{ kind: "ack", count: 2 }]);
  });

  test("once their owner sends them again, everything is there", async () => {
    const { stage, ada, ben, writer } = await adaWroteAndBenIsThere();
    const bens = new Writer(2);
    writer.write(" lost");
    Y.applyUpdate(bens.doc, writer.all);
    bens.write(" mine");
    ben.step2(bens.all);
    ada.step2(writer.all);
    await stage.rest();
    expect(await textInLog(stage.log)).toBe("ours lost mine");
    expect(textOf(await stage.rooms.read("room"))).toBe("ours lost mine");
  });
});

describe("A6 the first words under a clientID are shown only once it is bound on disk", () => {
  test("neither relayed nor given to a joiner before, and in order after", async () => {
    const stage = setStage();
    const ada = stage.join("ada");
    const ben = stage.join("ben");
    const writer = new Writer(1);
    await stage.rest();
    stage.gate.hold();
    ada.update(writer.write("first"));
    ada.update(writer.write(" second"));
    await stage.rest();
    ben.socket.take();
    ben.step1();
    const early = ben.socket.take();
    expect(early).toEqual([{ kind: "step2", bytes: new Uint8Array([0, 0]) }]);
    stage.gate.release();
    await stage.rest();
    const texts = ben.socket.take().map((heard) => heard.kind === "update" && heard.bytes);
    expect(textOf(...texts.filter((bytes) => bytes !== false))).toBe("first second");
  });

  test("what waits for the binding alone is not overtaken by what comes after it", async () => {
    const stage = setStage();
    const [ada, ben] = [stage.join("ada"), stage.join("ben")];
    const writer = new Writer(1);
    await stage.rest();
    ben.socket.take();
    stage.gate.hold();
    ada.update(writer.write("first"));
    await stage.rest();
    // The next batch: it isn't durable yet when the binding is.
    ada.update(writer.write(" second"));
    stage.gate.release();
    stage.gate.hold();
    await stage.rest();
    ada.update(writer.write(" third"));
    const heard = ben.socket
      .take()
      .flatMap((frame) => (frame.kind === "update" ? [frame.bytes] : []));
    expect(heard.map((_, i) => textOf(...heard.slice(0, i + 1)))).toEqual([
      "first",
      "first second",
      "first second third",
    ]);
    stage.gate.release();
    await stage.rest();
    expect(await textInLog(stage.log)).toBe("first second third");
  });

  test("afterwards the relay doesn't wait for the disk", async () => {
    const { stage, ada, ben, writer } = await adaWroteAndBenIsThere();
    stage.gate.hold();
    ada.update(writer.write(" now"));
    expect(ben.socket.take().map(({ kind }) => kind)).toEqual(["update"]);
    expect(ada.socket.take()).toEqual([]);
    stage.gate.release();
    await stage.rest();
    expect(ada.socket.take()).toEqual([{ kind: "ack", count: 2 }]);
  });
});

test("A7 what the server writes for somebody is bound to them", async () => {
  const stage = setStage();
  await stage.rooms.write("room", "server", new Writer(9).write("seed"));
  const ada = stage.join("ada");
  await stage.rest();
  ada.update(new Writer(9).write("seed and more"));
  expect(ada.socket.closed?.code).toBe(4407);
  await expect(stage.rooms.write("room", "other", new Writer(9).write("mine now"))).rejects.toThrow(
    "foreign",
  );
  await expect(stage.rooms.write("room", "other", new Uint8Array([7]))).rejects.toThrow("broken");
});

describe("A8 a clientID that somebody shows is theirs before they write", () => {
  async function adaIsSeenUnder(client: number) {
    const stage = setStage();
    const ada = stage.join("ada");
    const ben = stage.join("ben");
    await stage.rest();
    ada.awareness(client, 1, {});
    return { stage, ada, ben };
  }

  test("another's words under it are refused, and its owner's are kept", async () => {
    const { stage, ada, ben } = await adaIsSeenUnder(777);
    ben.update(new Writer(777).write("stolen"));
    expect(ben.socket.closed?.code).toBe(4407);
    ada.update(new Writer(777).write("my own"));
    await stage.rest();
    expect(ada.socket.closed).toBeNull();
    expect(await textInLog(stage.log)).toBe("my own");
  });

  test("also while they are away, for what they write meanwhile", async () => {
    const { stage, ada, ben } = await adaIsSeenUnder(777);
    ada.connection.disconnected();
    ben.step2(new Writer(777).write("stolen"));
    await stage.rest();
    expect(await textInLog(stage.log)).toBe("");
    const back = stage.join("ada");
    await stage.rest();
    back.step2(new Writer(777).write("my own"));
    await stage.rest();
    expect(await textInLog(stage.log)).toBe("my own");
  });

  test("what is shown under another's clientID takes nothing from them", async () => {
    const { stage, ada, ben } = await adaIsSeenUnder(777);
    ben.awareness(777, 9, {});
    ada.update(new Writer(777).write("my own"));
    await stage.rest();
    expect(ada.socket.closed).toBeNull();
  });
});

describe("A9 nobody deletes what another has yet to write", () => {
  /** A deletion of `count` clocks of a client, from `clock` on. */
  const deletion = (client: number, clock: number, count: number): Uint8Array =>
    concat([0, 1, client, 1, clock, count], []);

  test("their words stay, and what was there is deleted as asked", async () => {
    const { stage, ada, ben, writer } = await adaWroteAndBenIsThere();
    ben.update(deletion(1, 2, 1000));
    await stage.rest();
    expect(ben.socket.closed).toBeNull();
    expect(ada.socket.take().map(({ kind }) => kind)).toEqual(["update"]);
    ada.update(writer.write(" and mine"));
    await stage.rest();
    expect(await textInLog(stage.log)).toBe("ou and mine");
  });

  test("a deletion of words that a crash took is made once their owner has sent them again", async () => {
    const { stage, ada, ben, writer } = await adaWroteAndBenIsThere();
    const lost = writer.write(" lost");
    ben.update(deletion(1, 4, 5));
    await stage.rest();
    expect(ben.socket.take()).toEqual([]);
    ada.update(lost);
    await stage.rest();
    expect(await textInLog(stage.log)).toBe("ours");
    const acks = ben.socket.take().filter(({ kind }) => kind === "ack");
    expect(acks).toEqual([{ kind: "ack", count: 1 }]);
    expect(ada.socket.take().map(({ kind }) => kind)).toContain("update");
  });

  test("one's own words can be deleted by another device before they arrive", async () => {
    const stage = setStage();
    const [laptop, phone] = [stage.join("ada"), stage.join("ada")];
    const writer = new Writer(1);
    await stage.rest();
    const words = writer.write("gone before");
    phone.update(deletion(1, 0, 11));
    laptop.update(words);
    await stage.rest();
    expect(await textInLog(stage.log)).toBe("");
  });
});
