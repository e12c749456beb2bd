import { afterEach, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";

import { makeRooms } from "../engine/rooms.ts";
import { closeCodes } from "../protocol/close.ts";
import { makeMemoryLog } from "../testing/memory-log.ts";
import { realClock, serveRooms } from "../testing/room-server.ts";
import { Gate, textInLog } from "../testing/stage.ts";
import { until } from "../testing/until.ts";
import { type SaveStatus, makeSaveStatus } from "./save-status.ts";

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function start() {
  const gate = new Gate();
  const log = makeMemoryLog({
    before: (operation) => (operation === "append" ? gate.pass() : undefined),
  });
  const open = async (port?: number) => {
    const rooms = makeRooms({ log, clock: realClock, report: () => {} });
    const server = await serveRooms(rooms, port);
    return { rooms, server };
  };
  const first = await open();
  const running = { ...first };
  cleanups.push(async () => {
    gate.release();
    await running.rooms.stop();
    await running.server.stop();
  });
  /** The server ends and, if `again`, comes back at the same address. */
  const end = async () => {
    await running.rooms.stop();
    await running.server.stop();
  };
  const restart = async () => {
    await end();
    Object.assign(running, await open(Number(new URL(first.server.url).port)));
  };
  return { gate, log, running, end, restart };
}

function join(url: string, { person = "ada", role = "writer", doc = new Y.Doc() } = {}) {
  const provider = new WebsocketProvider(url, "room", doc, {
    params: { person, role, ack: "1" },
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    maxBackoffTime: 100,
  });
  const source = makeSaveStatus(provider);
  const seen: SaveStatus["kind"][] = [source.current.kind];
  source.subscribe(({ kind }) => seen.push(kind));
  cleanups.push(() => {
    source.destroy();
    provider.destroy();
    doc.destroy();
  });
  const saved = () => until(() => source.current.kind === "saved", "saved");
  return { doc, provider, source, seen, saved, text: doc.getText("t") };
}

describe("K1 saved is what the server has said is durable", () => {
  test("saving until the first comparison with the server, then saved", async () => {
    const { running } = await start();
    const ada = join(running.server.url);
    await ada.saved();
    expect(ada.seen).toEqual(["saving", "saved"]);
  });

  test("an edit is saving until it is on disk", async () => {
    const { running, gate, log } = await start();
    const ada = join(running.server.url);
    await ada.saved();
    gate.hold();
    ada.text.insert(0, "words");
    expect(ada.source.current.kind).toBe("saving");
    const ben = join(running.server.url, { person: "ben" });
    await until(() => ben.provider.synced, "ben has synced");
    expect(ada.source.current.kind).toBe("saving");
    gate.release();
    await ada.saved();
    expect(await textInLog(log)).toBe("words");
  });

  test("of several edits the last counts", async () => {
    const { running, log } = await start();
    const ada = join(running.server.url);
    await ada.saved();
    for (const letter of "several words") ada.text.insert(ada.text.length, letter);
    await ada.saved();
    expect(await textInLog(log)).toBe("several words");
  });

  test("a reader has nothing to save", async () => {
    const { running } = await start();
    const cleo = join(running.server.url, { person: "cleo", role: "reader" });
    await cleo.saved();
    expect(cleo.seen).toEqual(["saving", "saved"]);
  });
});

describe("K2 without a connection it says so, and saved again only once the server has everything", () => {
  test("a line cut with an edit on its way", async () => {
    const { running, gate, log } = await start();
    const ada = join(running.server.url);
    await ada.saved();
    gate.hold();
    ada.text.insert(0, "on its way");
    running.server.cut();
    await until(() => ada.source.current.kind === "offline", "offline");
    await until(() => ada.provider.synced, "synced again");
    expect(ada.source.current.kind).toBe("saving");
    gate.release();
    await ada.saved();
    expect(await textInLog(log)).toBe("on its way");
  });

  test("edits made offline, through a restart of the server", async () => {
    const { running, end, restart, log } = await start();
    const ada = join(running.server.url);
    await ada.saved();
    await end();
    await until(() => ada.source.current.kind === "offline", "offline");
    ada.text.insert(0, "made offline");
    expect(ada.source.current.kind).toBe("offline");
    await restart();
    await ada.saved();
    expect(await textInLog(log)).toBe("made offline");
  });

  test("a document with words of its own, opened for the first time", async () => {
    const { running, log } = await start();
    const doc = new Y.Doc();
    doc.getText("t").insert(0, "from this device");
    const ada = join(running.server.url, { doc });
    await ada.saved();
    expect(await textInLog(log)).toBe("from this device");
  });

  test("a log that refuses is never saved", async () => {
    const { running, gate, log } = await start();
    const ada = join(running.server.url);
    await ada.saved();
    gate.breakOnce();
    ada.seen.length = 0;
    ada.text.insert(0, "second try");
    await until(() => ada.seen.includes("offline"), "offline");
    expect(ada.seen).not.toContain("saved");
    await ada.saved();
    expect(await textInLog(log)).toBe("second try");
  });
});

describe("K3 a final refusal says what can be done", () => {
  test.each([
    [closeCodes.noAccess, "give-up"],
    [closeCodes.signedOut, "sign-in"],
    [closeCodes.malformed, "reload"],
  ] as const)("$code", async (close, action) => {
    const { running } = await start();
    const ada = join(running.server.url);
    await ada.saved();
    running.rooms.review(() => close);
    await until(() => ada.source.current.kind === "refused", "refused");
    expect(ada.source.current).toEqual({
      kind: "refused",
      code: close.code,
      reason: close.reason,
      action,
    });
    ada.text.insert(0, "unsaved");
    expect(ada.source.current.kind).toBe("refused");
  });

  test("a change of role is none: the client comes back by itself", async () => {
    const { running } = await start();
    const ada = join(running.server.url);
    await ada.saved();
    running.rooms.review(() => closeCodes.roleChanged);
    await until(() => ada.source.current.kind === "offline", "offline");
    await ada.saved();
    expect(ada.seen).not.toContain("refused");
  });
});

describe("K4 it refuses to guess", () => {
  test("for a provider that doesn't ask for acknowledgements", () => {
    const doc = new Y.Doc();
    const provider = new WebsocketProvider("ws://127.0.0.1:9", "room", doc, { connect: false });
    expect(() => makeSaveStatus(provider)).toThrow("acks");
    provider.destroy();
    doc.destroy();
  });

  test("for one that has sent frames it didn't see", async () => {
    const { running } = await start();
    const ada = join(running.server.url);
    await ada.saved();
    expect(() => makeSaveStatus(ada.provider)).toThrow("connected already");
  });
});

test("K5 once destroyed it says nothing more", async () => {
  const { running } = await start();
  const ada = join(running.server.url);
  await ada.saved();
  ada.source.destroy();
  ada.seen.length = 0;
  ada.text.insert(0, "x");
  const ben = join(running.server.url, { person: "ben" });
  await until(() => ben.text.length === 1, "ben sees it");
  expect(ada.seen).toEqual([]);
});
