import { afterEach, describe, expect, test } from "vitest";

import type { Append, HistoryPart, RoomLog } from "../ports.ts";

const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);

const append = (room: string, ...update: number[]): Append => ({
  room,
  author: "ada",
  at: 1_700_000_000_000,
  update: bytes(...update),
  binds: [],
});

const part = (author: string, firstSeq: number, lastSeq: number, at: number): HistoryPart => ({
  author,
  from: at,
  to: at + 10,
  firstSeq,
  lastSeq,
  update: bytes(firstSeq, lastSeq),
});

/** What every RoomLog keeps (ports.ts). `open` gives a log that is empty. */
export function describeRoomLog(name: string, open: () => Promise<RoomLog>): void {
  describe(`RoomLog: ${name}`, () => {
    const logs: RoomLog[] = [];
    const openLog = async (): Promise<RoomLog> => {
      const log = await open();
      logs.push(log);
      return log;
    };
    afterEach(async () => {
      for (const log of logs.splice(0)) await log.stop();
    });

    test("a room nobody wrote in is empty, and keeps its epoch", async () => {
      const log = await openLog();
      const room = await log.load("a");
      expect(room).toMatchObject({ snapshot: null, tail: [], authors: new Map() });
      expect(room.epoch).not.toBe("");
      expect((await log.load("a")).epoch).toBe(room.epoch);
      expect((await log.load("b")).epoch).not.toBe(room.epoch);
    });

    test("seqs are gapless from 1 in each room, in the order of the call", async () => {
      const log = await openLog();
      const seqs = await log.append([append("a", 1), append("b", 2), append("a", 3)]);
      expect(seqs).toEqual([1, 1, 2]);
      expect(await log.append([append("a", 4)])).toEqual([3]);
      const { tail } = await log.load("a");
      expect(tail.map(({ seq, update }) => [seq, ...update])).toEqual([
        [1, 1],
        [2, 3],
        [3, 4],
      ]);
    });

    test("appends that overlap in time are all kept, each once", async () => {
      const log = await openLog();
      const calls = Array.from({ length: 20 }, (_, i) => log.append([append("a", i)]));
      const seqs = (await Promise.all(calls)).flat();
      expect(seqs.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
      expect((await log.load("a")).tail).toHaveLength(20);
    });

    test("an entry keeps its author, its time and its bytes", async () => {
      const log = await openLog();
      const memory = bytes(9, 9, 1, 2, 3, 9);
      const entry = { ...append("a"), update: memory.subarray(2, 5) };
      await log.append([entry]);
      expect([...memory]).toEqual([9, 9, 1, 2, 3, 9]);
      const { tail } = await log.load("a");
      expect(tail).toHaveLength(1);
      expect(tail[0]).toMatchObject({ seq: 1, author: "ada", at: entry.at });
      expect([...(tail[0]?.update ?? [])]).toEqual([1, 2, 3]);
    });

    test("a clientID stays with the first person it was bound to, in each room", async () => {
      const log = await openLog();
      const client = 2 ** 32 - 1;
      await log.append([{ ...append("a", 1), binds: [client, 7] }]);
      await log.append([{ ...append("a", 2), author: "ben", binds: [client, 8] }]);
      await log.append([{ ...append("b", 3), author: "ben", binds: [client] }]);
      expect((await log.load("a")).authors).toEqual(
        new Map([
          [client, "ada"],
          [7, "ada"],
          [8, "ben"],
        ]),
      );
      expect((await log.load("b")).authors).toEqual(new Map([[client, "ben"]]));
    });

    test("a snapshot replaces what it was made of, and nothing else", async () => {
      const log = await openLog();
      await log.append([
        { ...append("a", 1), binds: [7] },
        append("a", 2),
        append("a", 3),
        append("b", 4),
      ]);
      expect(await log.compact("a", 2, bytes(12), [])).toBe(true);
      const { snapshot, tail, authors } = await log.load("a");
      expect(snapshot?.seq).toBe(2);
      expect([...(snapshot?.update ?? [])]).toEqual([12]);
      expect(tail.map(({ seq }) => seq)).toEqual([3]);
      expect(authors.get(7)).toBe("ada");
      expect((await log.load("b")).tail).toHaveLength(1);
      expect(await log.append([append("a", 5)])).toEqual([4]);
    });

    test("a snapshot of a history that isn't there is refused", async () => {
      const log = await openLog();
      await log.append([append("a", 1), append("a", 2)]);
      expect(await log.compact("a", 3, bytes(1), [])).toBe(false);
      expect(await log.compact("a", 2, bytes(1), [])).toBe(true);
      expect(await log.compact("a", 2, bytes(2), [])).toBe(false);
      expect(await log.compact("a", 1, bytes(3), [])).toBe(false);
      expect([...((await log.load("a")).snapshot?.update ?? [])]).toEqual([1]);
    });

    test("many updates of many rooms go in one call", async () => {
      const log = await openLog();
      const batch = Array.from({ length: 2000 }, (_, i) => append(`room ${i % 7}`, i % 256));
      const seqs = await log.append(batch);
      expect(seqs).toHaveLength(2000);
      expect((await log.load("room 0")).tail).toHaveLength(286);
    });

    describeHistory(openLog);
    describeLeaving(openLog);

    test("a room's name is only a name", async () => {
      const log = await openLog();
      await log.append([append("a/b'c%_", 1), append("a/b'c%", 2)]);
      expect((await log.load("a/b'c%_")).tail).toHaveLength(1);
    });
  });
}

function describeLeaving(openLog: () => Promise<RoomLog>): void {
  async function written(): Promise<RoomLog> {
    const log = await openLog();
    for (const room of ["home/needs", "home/goals", "homely/needs"])
      await log.append([
        { ...append(room, 1), binds: [7] },
        { ...append(room, 2), author: "ben", binds: [8] },
      ]);
    return log;
  }

  test("A10 who is disowned stands in none of a space's rooms, and their clientIDs stay taken", async () => {
    const log = await written();
    await log.compact("home/goals", 1, bytes(1), [part("ada", 1, 1, 100)]);
    await log.disown("home", "ada", "nobody");
    for (const room of ["home/needs", "home/goals"]) {
      const { parts, authors } = await log.history(room);
      expect(parts.map(({ author }) => author)).toEqual(["nobody", "ben"]);
      expect(authors).toEqual(
        new Map([
          [7, "nobody"],
          [8, "ben"],
        ]),
      );
    }
    await log.append([{ ...append("home/needs", 3), author: "ben", binds: [7] }]);
    expect((await log.load("home/needs")).authors.get(7)).toBe("nobody");
    expect((await log.load("homely/needs")).authors.get(7)).toBe("ada");
  });

  test("A10 a compaction that was under way doesn't bring them back", async () => {
    const log = await written();
    await log.disown("home", "ada", "nobody");
    const read = [part("ada", 1, 1, 100), part("ben", 2, 2, 100)];
    expect(await log.compact("home/needs", 2, bytes(1), read)).toBe(true);
    const { parts } = await log.history("home/needs");
    expect(parts.map(({ author }) => author)).toEqual(["nobody", "ben"]);
  });

  test("D10 what is erased is gone, and what is written there later begins anew", async () => {
    const log = await written();
    const { epoch } = await log.load("home/needs");
    await log.compact("home/needs", 1, bytes(1), [part("ada", 1, 1, 100)]);
    await log.erase("home");
    const room = await log.load("home/needs");
    expect(room).toMatchObject({ snapshot: null, tail: [], authors: new Map() });
    expect(room.epoch).not.toBe(epoch);
    expect((await log.history("home/needs")).parts).toEqual([]);
    expect(await log.append([append("home/needs", 5)])).toEqual([1]);
    expect((await log.load("homely/needs")).tail).toHaveLength(2);
    await log.erase("homely/needs");
    expect((await log.load("homely/needs")).tail).toEqual([]);
  });
}

function describeHistory(openLog: () => Promise<RoomLog>): void {
  const seqs = ({ parts }: Awaited<ReturnType<RoomLog["history"]>>) =>
    parts.map(({ firstSeq, lastSeq }) => [firstSeq, lastSeq]);

  async function written(): Promise<RoomLog> {
    const log = await openLog();
    await log.append([
      { ...append("a", 1), at: 100, binds: [7] },
      { ...append("a", 2), author: "ben", at: 200, binds: [8] },
      { ...append("a", 3), at: 300 },
    ]);
    return log;
  }

  test("H1 before any compaction the history is the tail, entry by entry", async () => {
    const log = await written();
    const { base, parts, authors } = await log.history("a");
    expect(base).toBeNull();
    expect(parts[1]).toEqual({
      author: "ben",
      from: 200,
      to: 200,
      firstSeq: 2,
      lastSeq: 2,
      update: bytes(2),
    });
    expect(parts).toHaveLength(3);
    expect(authors.get(8)).toBe("ben");
    expect((await log.history("nobody's")).parts).toEqual([]);
  });

  test("H1 a compaction's parts take the place of its entries, and say all they said", async () => {
    const log = await written();
    const kept = [part("ada", 1, 1, 100), part("ben", 2, 2, 200)];
    expect(await log.compact("a", 2, bytes(12), kept)).toBe(true);
    const { base, parts } = await log.history("a");
    expect(base).toBeNull();
    expect(parts.slice(0, 2)).toEqual(kept);
    expect(parts[2]).toMatchObject({ firstSeq: 3, lastSeq: 3 });
    expect(await log.compact("a", 3, bytes(13), [part("ada", 3, 3, 300)])).toBe(true);
    const whole = await log.history("a");
    expect([whole.base, seqs(whole)]).toEqual([
      null,
      [
        [1, 1],
        [2, 2],
        [3, 3],
      ],
    ]);
  });

  test("H1 no entry is in two parts: one that was folded meanwhile is refused", async () => {
    const log = await written();
    await log.compact("a", 2, bytes(12), [part("ada", 1, 2, 100)]);
    expect(await log.compact("a", 3, bytes(13), [part("ada", 1, 3, 100)])).toBe(false);
    expect(seqs(await log.history("a"))).toEqual([
      [1, 2],
      [3, 3],
    ]);
  });

  test("H2 where history begins later, it begins from the snapshot of then", async () => {
    const log = await written();
    await log.compact("a", 2, bytes(12), []);
    await log.compact("a", 3, bytes(13), [part("ada", 3, 3, 300)]);
    const { base, parts } = await log.history("a");
    expect([...(base ?? [])]).toEqual([12]);
    expect(parts).toHaveLength(1);
  });

  test("H5 a compaction that keeps nothing gives up what was kept", async () => {
    const log = await written();
    await log.compact("a", 2, bytes(12), [part("ada", 1, 2, 100)]);
    await log.compact("a", 3, bytes(13), []);
    const { base, parts } = await log.history("a");
    expect([[...(base ?? [])], parts]).toEqual([[13], []]);
  });

  test("H4 what is forgotten is replaced by what it made of the document", async () => {
    const log = await written();
    const kept = [part("ada", 1, 1, 100), part("ben", 2, 2, 200), part("ada", 3, 3, 300)];
    await log.compact("a", 3, bytes(13), kept);
    expect(await log.forget("a", 2, bytes(12))).toBe(true);
    const { base, parts } = await log.history("a");
    expect([[...(base ?? [])], parts]).toEqual([[12], [kept[2]]]);
    expect(await log.forget("a", 2, bytes(0))).toBe(false);
    expect(await log.forget("a", 4, bytes(0))).toBe(false);
    expect(await log.forget("a", 3, bytes(13))).toBe(true);
    const rest = await log.history("a");
    expect([[...(rest.base ?? [])], rest.parts]).toEqual([[13], []]);
    expect([...((await log.load("a")).snapshot?.update ?? [])]).toEqual([13]);
  });

  test("H4 the rooms with something older are named, each once", async () => {
    const log = await written();
    await log.append([
      { ...append("b", 1), at: 250 },
      { ...append("c", 1), at: 500 },
    ]);
    expect((await log.olderThan(300)).toSorted()).toEqual(["a", "b"]);
    expect(await log.olderThan(100)).toEqual([]);
    await log.compact("a", 3, bytes(13), [part("ada", 1, 3, 100)]);
    expect(await log.olderThan(111)).toEqual(["a"]);
    await log.forget("a", 3, bytes(13));
    expect(await log.olderThan(300)).toEqual(["b"]);
  });
}
