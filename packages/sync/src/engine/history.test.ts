import { describe, expect, test } from "vitest";

import { type Guest, type Stage, Writer, setStage, textOf } from "../testing/stage.ts";

const minute = 60_000;
const day = 24 * 60 * minute;

/** Two people who write in turns, and a room that forgets after ten days. */
async function open(limits = {}) {
  const stage = setStage({ limits: { historyKept: 10 * day, tailEntries: 6, ...limits } });
  const ada = { ...stage.join("ada"), writer: new Writer(1) };
  const ben = { ...stage.join("ben"), writer: new Writer(2) };
  await stage.rest();
  return { stage, ada, ben };
}

type Person = Guest & { readonly writer: Writer };

async function type(stage: Stage, person: Person, words: string): Promise<void> {
  for (const letter of words) {
    person.update(person.writer.write(letter));
    stage.clock.advance(1000);
    await stage.rest();
  }
}

/** Time goes by, and what is due at its end gets done. */
async function pass(stage: Stage, ms: number): Promise<void> {
  stage.clock.advance(ms);
  await stage.rest();
  stage.clock.advance(60 * minute);
  for (let i = 0; i < 5; i += 1) await stage.rest();
}

async function revisions(stage: Stage) {
  return (await stage.rooms.revisions("room")).map(({ id, authors }) => ({ id, authors }));
}

async function textAt(stage: Stage, id: number): Promise<string | null> {
  const revision = await stage.rooms.revision("room", id);
  return revision && textOf(revision.update);
}

describe("H1 who wrote when", () => {
  test("is told by stretches without a long pause, folded or not", async () => {
    const { stage, ada, ben } = await open();
    await type(stage, ada, "abc");
    await type(stage, ben, "de");
    stage.clock.advance(6 * minute);
    await type(stage, ben, "fgh");
    stage.clock.advance(6 * minute);
    expect((await stage.log.load("room")).snapshot).not.toBeNull();
    expect(await revisions(stage)).toEqual([
      { id: 1, authors: ["ada", "ben"] },
      { id: 6, authors: ["ben"] },
    ]);
    const unfolded = await open({ tailEntries: 500 });
    await type(unfolded.stage, unfolded.ada, "abc");
    await type(unfolded.stage, unfolded.ben, "de");
    unfolded.stage.clock.advance(6 * minute);
    await type(unfolded.stage, unfolded.ben, "fgh");
    unfolded.stage.clock.advance(6 * minute);
    expect(await revisions(unfolded.stage)).toEqual(await revisions(stage));
  });

  test("H3 is not told while somebody still writes", async () => {
    const { stage, ada } = await open();
    await type(stage, ada, "abc");
    expect(await revisions(stage)).toEqual([]);
    expect(await stage.rooms.revision("room", 1)).toBeNull();
    stage.clock.advance(5 * minute);
    expect(await revisions(stage)).toHaveLength(1);
  });
});

describe("H2 earlier states", () => {
  test("are read back with what was deleted since, and without what had been by then", async () => {
    const { stage, ada } = await open();
    await type(stage, ada, "secret kept words");
    stage.clock.advance(6 * minute);
    ada.update(ada.writer.erase(0, 7));
    await type(stage, ada, "!");
    stage.clock.advance(6 * minute);
    const [first, second] = await revisions(stage);
    expect(await textAt(stage, first?.id ?? 0)).toBe("secret kept words");
    expect(await textAt(stage, second?.id ?? 0)).toBe("kept words!");
    expect(await textAt(stage, 99)).toBeNull();
    const later = await stage.rooms.revision("room", second?.id ?? 0);
    expect(new TextDecoder("latin1").decode(later?.update).includes("secret")).toBe(false);
    expect(later?.writers).toEqual(new Map([[1, "ada"]]));
  });
});

describe("H4 history that is too old", () => {
  async function grownOld(limits = {}) {
    const { stage, ada, ben } = await open(limits);
    await type(stage, ada, "a secret ");
    ada.update(ada.writer.erase(0, 9));
    await type(stage, ben, "kept");
    await pass(stage, 8 * day);
    await type(stage, ben, " later");
    return { stage, ada, ben };
  }

  test("is gone, and what came after it stands on what it had made", async () => {
    const { stage } = await grownOld();
    expect(await revisions(stage)).toHaveLength(1);
    await pass(stage, 3 * day);
    const left = await revisions(stage);
    expect(left).toEqual([{ id: 15, authors: ["ben"] }]);
    expect(await textAt(stage, 15)).toBe("kept later");
    const { parts } = await stage.log.history("room");
    expect(parts.every(({ author }) => author === "ben")).toBe(true);
    await pass(stage, 10 * day);
    expect(await revisions(stage)).toEqual([]);
    expect((await stage.log.history("room")).parts).toEqual([]);
    expect(textOf(await stage.rooms.read("room"))).toBe("kept later");
  });

  test("takes what was deleted with it, also from a room that was never long enough", async () => {
    const { stage } = await grownOld({ tailEntries: 500, idleTailEntries: 500 });
    await pass(stage, 11 * day);
    expect((await stage.log.load("room")).tail).toEqual([]);
    const { base } = await stage.log.history("room");
    expect(textOf(base ?? new Uint8Array())).toBe("kept later");
    expect(new TextDecoder("latin1").decode(base ?? undefined)).not.toContain("secret");
  });

  test("leaves everything as it is when it can't be purged, and is found again", async () => {
    const { stage } = await grownOld();
    const forget = stage.log.forget.bind(stage.log);
    stage.log.forget = () => Promise.reject(new Error("the disk is full"));
    await pass(stage, 3 * day);
    expect(stage.reports).toContain("purge-failed");
    expect(await textAt(stage, 15)).toBe("kept later");
    stage.log.forget = forget;
    await pass(stage, 60 * minute);
    expect((await stage.log.history("room")).parts.every(({ firstSeq }) => firstSeq >= 15)).toBe(
      true,
    );
  });
});

test("H5 a server that keeps no history has none", async () => {
  const { stage, ada } = await open({ historyKept: 0 });
  await type(stage, ada, "secret words");
  ada.update(ada.writer.erase(0, 7));
  await pass(stage, 2 * day);
  expect(await revisions(stage)).toEqual([]);
  expect((await stage.log.history("room")).parts).toEqual([]);
});
