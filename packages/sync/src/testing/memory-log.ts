import { partOf } from "../engine/history.ts";
import type { Append, HistoryPart, LogEntry, RoomLog, StoredRoom } from "../ports.ts";

interface Stored {
  readonly epoch: string;
  snapshot: StoredRoom["snapshot"];
  tail: LogEntry[];
  readonly authors: Map<number, string>;
  last: number;
  base: Uint8Array | null;
  kept: HistoryPart[];
}

/** What a test may do to a log: `before` runs ahead of every operation, and may wait or throw. */
export interface MemoryLogOptions {
  readonly before?: (operation: "load" | "append" | "compact" | "history") => Promise<void> | void;
}

/** A log in memory, durable for as long as the object lives. */
export function makeMemoryLog(options: MemoryLogOptions = {}): RoomLog {
  const rooms = new Map<string, Stored>();
  const roomOf = (name: string): Stored => {
    const known = rooms.get(name);
    if (known) return known;
    const epoch = crypto.randomUUID();
    const room = {
      epoch,
      snapshot: null,
      tail: [],
      authors: new Map(),
      last: 0,
      base: null,
      kept: [],
    };
    rooms.set(name, room);
    return room;
  };
  return {
    load: async (name) => {
      await options.before?.("load");
      const { epoch, snapshot, tail, authors } = roomOf(name);
      return { epoch, snapshot, tail: [...tail], authors: new Map(authors) };
    },
    append: async (entries) => {
      await options.before?.("append");
      return entries.map((entry) => add(roomOf(entry.room), entry));
    },
    compact: async (name, upTo, update, history) => {
      await options.before?.("compact");
      const room = roomOf(name);
      const isInTail = room.tail.some(({ seq }) => seq === upTo);
      if (!isInTail || !continues(room, history)) return false;
      if (room.kept.length === 0) room.base = room.snapshot?.update ?? null;
      const whose = (seq: number) => room.tail.find((entry) => entry.seq === seq)?.author;
      const parts = history.map((part) => ({
        ...part,
        author: whose(part.firstSeq) ?? part.author,
      }));
      room.kept = parts.length === 0 ? [] : [...room.kept, ...parts];
      room.snapshot = { seq: upTo, update: update.slice() };
      room.tail = room.tail.filter(({ seq }) => seq > upTo);
      return true;
    },
    history: async (name) => {
      await options.before?.("history");
      const { kept, tail, base, snapshot, authors } = roomOf(name);
      return {
        base: kept.length > 0 ? base : (snapshot?.update ?? null),
        parts: [...kept, ...tail.map(partOf)],
        authors: new Map(authors),
      };
    },
    forget: async (name, upTo, base) => {
      await options.before?.("history");
      const room = roomOf(name);
      if (!room.kept.some(({ lastSeq }) => lastSeq === upTo)) return false;
      room.kept = room.kept.filter(({ lastSeq }) => lastSeq > upTo);
      room.base = room.kept.length > 0 ? base.slice() : null;
      return true;
    },
    olderThan: async (before) => {
      await options.before?.("history");
      const isOld = ({ kept, tail }: Stored): boolean =>
        (kept[0]?.to ?? Infinity) < before || (tail[0]?.at ?? Infinity) < before;
      return [...rooms].filter(([, room]) => isOld(room)).map(([name]) => name);
    },
    disown: async (path, author, by) => {
      const to = (some: string) => (some === author ? by : some);
      for (const [name, room] of rooms) {
        if (!isUnder(name, path)) continue;
        room.tail = room.tail.map((entry) => ({ ...entry, author: to(entry.author) }));
        room.kept = room.kept.map((part) => ({ ...part, author: to(part.author) }));
        for (const [client, bound] of room.authors) room.authors.set(client, to(bound));
      }
    },
    erase: async (path) => {
      for (const name of rooms.keys()) if (isUnder(name, path)) rooms.delete(name);
    },
    stop: () => Promise.resolve(),
  };
}

const isUnder = (name: string, path: string): boolean =>
  name === path || name.startsWith(`${path}/`);

/** Whether these parts begin where what is kept ends: no entry may be in two. */
const continues = (room: Stored, [first]: readonly HistoryPart[]): boolean =>
  first === undefined || first.firstSeq === room.tail[0]?.seq;

function add(room: Stored, { author, at, update, binds }: Append): number {
  room.last += 1;
  room.tail.push({ seq: room.last, author, at, update: update.slice() });
  for (const client of binds) if (!room.authors.has(client)) room.authors.set(client, author);
  return room.last;
}
