import { encodeAwareness } from "@concord/sync/protocol/awareness";
import { encodeAwarenessMessage, encodeSync } from "@concord/sync/protocol/message";
import { syncType } from "@concord/sync/protocol/message-type";
import { expect, test } from "vitest";
import * as Y from "yjs";

import { eventually } from "../testing/eventually.ts";
import { entered, peer, raw, synced } from "../testing/peers.ts";
import { temporaryFolder } from "../testing/workspace.ts";
import { coupleWithProcess, expectAllSaved } from "./promises.ts";
import { Scribe, firstWords, wordsOf } from "./scribe.ts";

/** Maya writes on two devices, and what Jonas's own program sends is up to the test. */
async function beset() {
  const { server, maya, jonas, room } = await coupleWithProcess(await temporaryFolder());
  const place = { port: server.port, room };
  const scribes = [
    new Scribe("maya", maya.cookie, place),
    new Scribe("maya's phone", maya.cookie, place),
  ] as const;
  for (const scribe of scribes) scribe.write();
  await expectAllSaved(scribes);
  const intrude = async () => {
    const socket = raw(server, jonas, `/sync/${room}?ack=1`);
    await entered(socket);
    return socket;
  };
  const expectUndisturbed = async (): Promise<void> => {
    for (const scribe of scribes) scribe.write();
    await expectAllSaved(scribes);
    const joiner = peer(server, jonas, room);
    await synced(joiner);
    for (const { name, written, words, closes } of scribes) {
      expect(closes).toEqual([]);
      expect(wordsOf(name, words)).toEqual(firstWords(name, written));
      expect(joiner.doc.getArray("words").toJSON()).toEqual(words);
    }
    joiner.provider.destroy();
  };
  return { scribes, intrude, expectUndisturbed, mayas: scribes[0].doc };
}

/** What somebody would send who pretends to write with another's clientID, from some clock on. */
function forgery(client: number, clock: number): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = client;
  const words = doc.getArray<string>("words");
  words.push(Array.from({ length: Math.min(clock, 1000) }, () => "before"));
  const known = Y.encodeStateVector(doc);
  words.push(["maya never wrote this"]);
  return Y.encodeStateAsUpdate(doc, known);
}

/** One string of one struct: a client, a clock, and the root that it stands in. */
const wordAt = (client: readonly number[], clock: readonly number[]): Uint8Array =>
  Uint8Array.from([1, 1, ...client, ...clock, 8, 1, 1, 120, 1, 119, 1, 107, 0]);

/** A deletion of one range of one client's clocks, and nothing else. */
const deletion = (client: number, clock: number, length: number): Uint8Array =>
  Uint8Array.from([0, 1, ...uint(client), 1, ...uint(clock), ...uint(length)]);

function uint(value: number): number[] {
  const bytes = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) | 128);
  return [...bytes, value];
}

test("A2 who writes in the other's name is refused, and nobody reads it", async () => {
  const { intrude, expectUndisturbed, mayas } = await beset();
  for (const clock of [1, 2, 900]) {
    const jonas = await intrude();
    jonas.ws.send(encodeSync(syncType.update, forgery(mayas.clientID, clock)));
    expect(await jonas.closed).toMatchObject({ code: 4407 });
  }
  await expectUndisturbed();
});

test("A5 words in the other's name that come as an answer are left out, and never acknowledged", async () => {
  const { intrude, expectUndisturbed, mayas } = await beset();
  const jonas = await intrude();
  jonas.ws.send(encodeSync(syncType.step2, forgery(mayas.clientID, 900)));
  await entered(jonas);
  await expectUndisturbed();
  expect(jonas.ws.readyState).toBe(jonas.ws.OPEN);
  expect(jonas.frames).not.toContainEqual(Uint8Array.of(100, 1));
});

test("P6 D8 clocks that are out of this world end their connection, or wait for ever", async () => {
  const { intrude, expectUndisturbed, mayas } = await beset();
  const own = mayas.clientID === 77 ? 78 : 77;
  const beyond = await intrude();
  beyond.ws.send(encodeSync(syncType.update, wordAt([own], uint(2 ** 40))));
  expect(await beyond.closed).toMatchObject({ code: 4400 });
  const waiting = await intrude();
  waiting.ws.send(encodeSync(syncType.update, wordAt([own], uint(2 ** 40 - 2))));
  await eventually(() => expect(waiting.frames).toContainEqual(Uint8Array.of(100, 1)));
  await expectUndisturbed();
});

test("W2 nobody is shown, moved or hidden by the other", async () => {
  const { scribes, intrude, expectUndisturbed, mayas } = await beset();
  const [maya, phone] = scribes;
  maya.provider.awareness.setLocalState({ cursor: { at: 1 } });
  const seen = () => phone.provider.awareness.getStates().get(mayas.clientID);
  const asSheIs = { cursor: { at: 1 }, user: { name: "Maya" } };
  await eventually(() => expect(seen()).toMatchObject(asSheIs));
  const jonas = await intrude();
  for (const state of [{ cursor: { at: 999 } }, null]) {
    const states = [{ client: mayas.clientID, clock: 1_000_000, state }];
    jonas.ws.send(encodeAwarenessMessage(encodeAwareness(states)));
  }
  await entered(jonas);
  await expectUndisturbed();
  expect(seen()).toMatchObject(asSheIs);
  expect(jonas.ws.readyState).toBe(jonas.ws.OPEN);
});

test("A9 what the other has yet to write can't be deleted beforehand", async () => {
  const { scribes, intrude, mayas } = await beset();
  const [maya, phone] = scribes;
  const jonas = await intrude();
  jonas.ws.send(encodeSync(syncType.update, deletion(mayas.clientID, 1, 1000)));
  await entered(jonas);
  maya.write();
  await eventually(() => {
    const vector = Y.decodeStateVector(Y.encodeStateVector(phone.doc));
    expect(vector.get(mayas.clientID)).toBe(2);
  });
  expect(wordsOf("maya", phone.words)).toEqual(firstWords("maya", 2));
});
