import { makeRandom } from "@concord/sync/testing/random";
import { expect, test } from "vitest";
import * as Y from "yjs";

import { eventually } from "../testing/eventually.ts";
import { raw } from "../testing/peers.ts";
import { temporaryFolder } from "../testing/workspace.ts";
import { attack, goodFrames } from "./onslaught.ts";
import { coupleWithProcess, expectAllSaved } from "./promises.ts";
import { Scribe, firstWords, wordsOf } from "./scribe.ts";
import { isFull, report, seed } from "./size.ts";

const count = isFull ? 100_000 : 3000;
const attackers = 4;
/** Far above what the room that the frames fill may take, far below a leak for each of them. */
const growth = isFull ? 400 : 200;

test(
  `P2 P4 X1 ${count} mutated frames end nothing but their own connections`,
  async () => {
    const { server, maya, jonas, room } = await coupleWithProcess(await temporaryFolder());
    const place = { port: server.port, room };
    const scribes = [
      new Scribe("maya", maya.cookie, place),
      new Scribe("maya's phone", maya.cookie, place),
    ];
    for (const scribe of scribes) scribe.startWriting(isFull ? 250 : 20);
    await eventually(() => expect(scribes[0]?.acknowledged).toBeGreaterThan(0));
    const before = server.megabytes;
    const onslaughts = await Promise.all(
      Array.from({ length: attackers }, (_, i) => {
        const random = makeRandom(seed * attackers + i);
        const connect = () => raw(server, jonas, `/sync/${room}?ack=1`);
        return attack(connect, { frames: goodFrames(random), count: count / attackers, random });
      }),
    );
    expect(server.isRunning).toBe(true);
    await expectAllSaved(scribes);
    for (const { closes, name, written, words } of scribes) {
      expect(closes).toEqual([]);
      expect(wordsOf(name, words)).toEqual(firstWords(name, written));
    }
    const [one, other] = scribes.map(({ doc }) => Y.encodeStateVector(doc));
    expect(one && Y.decodeStateVector(one)).toEqual(other && Y.decodeStateVector(other));
    const after = server.megabytes;
    expect(after - before).toBeLessThan(growth);
    const codes = onslaughts.flatMap((one) => [...one.codes.keys()]);
    expect(codes.filter((code) => code !== 1013 && (code < 4400 || code > 4499))).toEqual([]);
    expect(codes).toContain(4400);
    const sent = onslaughts.reduce((sum, one) => sum + one.sent, 0);
    report(
      `${sent} frames`,
      onslaughts.map((one) => one.codes),
      `${before} to ${after} MB`,
    );
  },
  count * 20,
);
