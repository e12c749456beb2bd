import { describe, expect, test } from "vitest";

import { encodeMessageQuery } from "../testing/frames.ts";
import { type Guest, type Stage, Writer, setStage } from "../testing/stage.ts";

/** The awareness that a guest has heard since it was last asked, by clientID. */
function shown(guest: Guest) {
  const states = new Map<number, Record<string, unknown> | null>();
  for (const heard of guest.socket.take()) {
    if (heard.kind !== "awareness") continue;
    for (const { client, state } of heard.states) states.set(client, state);
  }
  return states;
}

async function adaAndBen(limits = {}) {
  const stage = setStage({ limits });
  const ada = stage.join("ada");
  const ben = stage.join("ben");
  await stage.rest();
  return { stage, ada, ben };
}

const pass = (stage: Stage) => stage.clock.advance(10);

describe("W1 awareness is relayed under the name the server gives", () => {
  test("whatever `user` the client put there", async () => {
    const { stage, ada, ben } = await adaAndBen();
    ada.awareness(1, 1, { cursor: 5, user: { name: "somebody else" } });
    pass(stage);
    expect(shown(ben)).toEqual(new Map([[1, { cursor: 5, user: { name: "ada" } }]]));
  });

  test("to everybody but its own connection", async () => {
    const { stage, ada, ben } = await adaAndBen();
    const cleo = stage.join("cleo", { role: "reader" });
    await stage.rest();
    pass(stage);
    for (const guest of [ada, ben, cleo]) shown(guest);
    ada.awareness(1, 1, {});
    pass(stage);
    expect([shown(ada).size, shown(ben).size, shown(cleo).size]).toEqual([0, 1, 1]);
  });

  test("a stock client's very first state, whose clock is 0, counts too", async () => {
    const { stage, ada, ben } = await adaAndBen();
    ada.awareness(1, 0, {});
    pass(stage);
    const heard = ben.socket.take().find(({ kind }) => kind === "awareness");
    expect(heard).toMatchObject({ states: [{ client: 1, clock: 1 }] });
  });
});

describe("W2 a clientID belongs to the connection that brought it", () => {
  test("what somebody says of another is dropped, and closes nothing", async () => {
    const { stage, ada, ben } = await adaAndBen();
    ada.awareness(1, 1, { cursor: 1 });
    pass(stage);
    shown(ben);
    ben.awareness(1, 7, { cursor: 2 });
    ben.awareness(1, 8, null);
    pass(stage);
    expect(ben.socket.closed).toBeNull();
    expect(shown(ada).size).toBe(0);
    const cleo = stage.join("cleo", { role: "reader" });
    await stage.rest();
    expect(shown(cleo).get(1)).toMatchObject({ cursor: 1, user: { name: "ada" } });
  });

  test("a clientID that wrote for one person can't be shown by another", async () => {
    const { stage, ada, ben } = await adaAndBen();
    ada.update(new Writer(1).write("mine"));
    await stage.rest();
    ben.awareness(1, 1, {});
    pass(stage);
    expect(shown(ada).size).toBe(0);
  });

  test("the same person takes it over when they come back, and the old line's end changes nothing", async () => {
    const { stage, ada, ben } = await adaAndBen();
    ada.awareness(1, 3, { cursor: 1 });
    pass(stage);
    shown(ben);
    const back = stage.join("ada");
    await stage.rest();
    back.awareness(1, 3, { cursor: 2 });
    pass(stage);
    expect(shown(ben).get(1)).toMatchObject({ cursor: 2 });
    ada.connection.disconnected();
    pass(stage);
    expect(shown(ben).size).toBe(0);
  });

  test("an echo from the same person's other window takes nothing over", async () => {
    const { stage, ada, ben } = await adaAndBen();
    const window = stage.join("ada");
    await stage.rest();
    window.awareness(2, 1, {});
    ada.awareness(1, 3, { cursor: 1 });
    pass(stage);
    const echoed = window.socket.take().find(({ kind }) => kind === "awareness");
    const clock = echoed?.kind === "awareness" ? (echoed.states[0]?.clock ?? 0) : 0;
    window.awareness(1, clock, { cursor: 1 });
    window.connection.disconnected();
    pass(stage);
    const seen = shown(ben);
    expect([seen.get(1), seen.get(2)]).toEqual([{ cursor: 1, user: { name: "ada" } }, null]);
    ben.connection.receive(encodeMessageQuery());
    expect([...shown(ben).keys()]).toEqual([1]);
  });
});

describe("W3 who leaves is gone for everybody", () => {
  test("a disconnect takes exactly that connection's states", async () => {
    const { stage, ada, ben } = await adaAndBen();
    const phone = stage.join("ada");
    await stage.rest();
    ada.awareness(1, 1, {});
    phone.awareness(2, 1, {});
    pass(stage);
    shown(ben);
    ada.connection.disconnected();
    expect(shown(ben)).toEqual(new Map([[1, null]]));
  });

  test("a client's own null is relayed", async () => {
    const { stage, ada, ben } = await adaAndBen();
    ada.awareness(1, 1, {});
    pass(stage);
    shown(ben);
    ada.awareness(1, 1, null);
    expect(shown(ben)).toEqual(new Map([[1, null]]));
  });

  test("what comes after a break is newer than what receivers remember", async () => {
    const { stage, ada, ben } = await adaAndBen();
    ada.awareness(1, 4, {});
    pass(stage);
    ada.connection.disconnected();
    const back = stage.join("ada");
    await stage.rest();
    back.awareness(1, 4, {});
    pass(stage);
    const clocks = ben.socket
      .take()
      .flatMap((heard) => (heard.kind === "awareness" ? heard.states : []))
      .map(({ clock, state }) => [clock, state === null]);
    expect(clocks).toEqual([
      [5, false],
      [5, true],
      [6, false],
    ]);
  });
});

describe("W4 who is always shown is visible for exactly as long as it is connected", () => {
  test("whatever it sends, or doesn't", async () => {
    const { stage, ada } = await adaAndBen();
    const cleo = stage.join("cleo", { role: "reader" });
    await stage.rest();
    cleo.awareness(99, 1, { user: { name: "nobody" } });
    cleo.awareness(99, 2, null);
    pass(stage);
    const seen = shown(ada);
    expect([...seen.values()]).toEqual([{ user: { name: "cleo" } }]);
    const [client] = seen.keys();
    cleo.awareness(client ?? 0, 9, null);
    pass(stage);
    expect(shown(ada).size).toBe(0);
    cleo.connection.disconnected();
    expect(shown(ada)).toEqual(new Map([[client, null]]));
  });

  test("also beyond the 30 s after which clients forget who is silent", async () => {
    const { stage, ada } = await adaAndBen();
    stage.join("cleo", { role: "reader" });
    await stage.rest();
    pass(stage);
    shown(ada);
    stage.clock.advance(25_000);
    expect([...shown(ada).values()].at(-1)).toEqual({ user: { name: "cleo" } });
  });

  test("and to whoever comes later", async () => {
    const stage = setStage();
    stage.join("cleo", { role: "reader" });
    await stage.rest();
    const ada = stage.join("ada");
    await stage.rest();
    expect([...shown(ada).values()]).toEqual([{ user: { name: "cleo" } }]);
  });
});

test("W5 a writer who sends no awareness shows nothing", async () => {
  const { stage, ada, ben } = await adaAndBen();
  ada.update(new Writer(1).write("quietly"));
  await stage.rest();
  stage.clock.advance(60_000);
  expect(shown(ben).size).toBe(0);
});

describe("W11 a reader who is not always shown shows themselves, or doesn't", () => {
  const readers = { role: "reader", alwaysShown: false } as const;

  test("who sends nothing is not shown", async () => {
    const { stage, ada } = await adaAndBen();
    stage.join("cleo", readers);
    await stage.rest();
    stage.clock.advance(60_000);
    expect(shown(ada).size).toBe(0);
  });

  test("who shows themselves is, under the server's name and without another word", async () => {
    const { stage, ada } = await adaAndBen();
    const cleo = stage.join("cleo", readers);
    await stage.rest();
    cleo.awareness(5, 1, { user: { name: "ada" }, cursor: 3, words: "have you done it yet?" });
    pass(stage);
    expect(shown(ada)).toEqual(new Map([[5, { user: { name: "cleo" } }]]));
    cleo.awareness(5, 2, null);
    pass(stage);
    expect(shown(ada)).toEqual(new Map([[5, null]]));
  });

  test("and is gone when their line is", async () => {
    const { stage, ada } = await adaAndBen();
    const cleo = stage.join("cleo", readers);
    await stage.rest();
    cleo.awareness(5, 1, {});
    pass(stage);
    shown(ada);
    cleo.connection.disconnected();
    expect(shown(ada)).toEqual(new Map([[5, null]]));
  });

  test("no clientID becomes theirs: its writer writes under it all the same", async () => {
    const { stage, ada, ben } = await adaAndBen();
    const cleo = stage.join("cleo", readers);
    await stage.rest();
    cleo.awareness(1, 1, {});
    pass(stage);
    ada.update(new Writer(1).write("mine"));
    await stage.rest();
    expect(ada.socket.closed).toBeNull();
    expect(ben.socket.take().map(({ kind }) => kind)).toContain("update");
  });
});

test("W6 a joiner gets the present states, and again whenever it asks", async () => {
  const { stage, ada } = await adaAndBen();
  ada.awareness(1, 1, { cursor: 1 });
  const cleo = stage.join("cleo", { role: "reader" });
  await stage.rest();
  expect(shown(cleo).get(1)).toMatchObject({ cursor: 1 });
  cleo.connection.receive(encodeMessageQuery());
  expect(shown(cleo).get(1)).toMatchObject({ cursor: 1 });
});

test("W7 awareness within a moment leaves as one, the last of each", async () => {
  const { stage, ada, ben } = await adaAndBen();
  ben.socket.take();
  for (let clock = 1; clock < 50; clock += 1) ada.awareness(1, clock, { cursor: clock });
  pass(stage);
  expect(ben.socket.take()).toMatchObject([
    { kind: "awareness", states: [{ client: 1, state: { cursor: 49 } }] },
  ]);
});

test("W8 one connection shows a few clientIDs at most, each of bounded size", async () => {
  const { stage, ada, ben } = await adaAndBen({ awarenessClients: 4, awarenessBytes: 1000 });
  for (let client = 1; client < 20; client += 1) ada.awareness(client, 1, {});
  pass(stage);
  expect(shown(ben).size).toBe(4);
  ada.awareness(1, 9, { cursor: "x".repeat(1000) });
  expect(ada.socket.closed).toMatchObject({ code: 4400 });
});

test("W9 a connection that heard nothing for 15 s hears an empty awareness update", async () => {
  const { stage, ben } = await adaAndBen();
  ben.socket.take();
  stage.clock.advance(14_000);
  expect(ben.socket.take()).toEqual([]);
  stage.clock.advance(6000);
  expect(ben.socket.take()).toEqual([{ kind: "awareness", states: [] }]);
});

test("W10 a receiver that lags goes without awareness first", async () => {
  const { stage, ada, ben } = await adaAndBen({ bufferedSoft: 100 });
  ben.socket.take();
  ben.socket.bufferedAmount = 101;
  ada.awareness(1, 1, {});
  pass(stage);
  ada.update(new Writer(1).write("never dropped"));
  await stage.rest();
  expect(ben.socket.take().map(({ kind }) => kind)).toEqual(["update"]);
});
