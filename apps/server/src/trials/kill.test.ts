import { makeRandom } from "@concord/sync/testing/random";
import { expect, test } from "vitest";

import { eventually } from "../testing/eventually.ts";
import { temporaryFolder } from "../testing/workspace.ts";
import { coupleWithProcess, expectAllSaved, expectPromisesKept, wordsOnDisk } from "./promises.ts";
import { Scribe } from "./scribe.ts";
import { isFull, report, seed } from "./size.ts";

const kills = isFull ? 20 : 3;

const acknowledgedBy = (scribes: readonly Scribe[]): number =>
  scribes.reduce((sum, { acknowledged }) => sum + acknowledged, 0);

test(
  `D1 D9 K1 ${kills} kills at random moments lose nothing acknowledged, and all come back by themselves`,
  async () => {
    const random = makeRandom(seed);
    const { server, maya, jonas, room } = await coupleWithProcess(await temporaryFolder());
    const place = { port: server.port, room };
    const scribes = [
      new Scribe("maya", maya.cookie, place),
      new Scribe("maya's phone", maya.cookie, place),
      new Scribe("jonas", jonas.cookie, place),
    ];
    for (const scribe of scribes) scribe.startWriting();
    for (let kill = 0; kill < kills; kill += 1) {
      const enough = acknowledgedBy(scribes) + 1 + random.below(300);
      await eventually(() => expect(acknowledgedBy(scribes)).toBeGreaterThan(enough));
      await server.kill();
      // What had left before the kill may still arrive.
      await eventually(() =>
        expect(scribes.some(({ provider }) => provider.wsconnected)).toBe(false),
      );
      expectPromisesKept(scribes, await wordsOnDisk(server.dataDir, room));
      await server.start();
    }
    await expectAllSaved(scribes);
    await server.kill();
    expectPromisesKept(scribes, await wordsOnDisk(server.dataDir, room));
    report(`${kills} kills, ${acknowledgedBy(scribes)} words acknowledged, none lost`);
  },
  kills * 15_000,
);
