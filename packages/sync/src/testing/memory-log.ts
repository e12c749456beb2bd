import type { Append, LogEntry, RoomLog, StoredRoom } from "../ports.ts";

interface Stored {
  readonly epoch: string;
  snapshot: StoredRoom["snapshot"];
  tail: LogEntry[];
  readonly authors: Map<number, string>;
  last: number;
}

/** What a test may do to a log: `before` runs ahead of every operation, and may wait or throw. */
export interface MemoryLogOptions {
  readonly before?: (operation: "load" | "append" | "compact") => Promise<void> | void;
}

/** A log in memory, durable for as long as the object lives. */
export function makeMemoryLog(options: MemoryLogOptions = {}): RoomLog {
  const rooms = new Map<string, Stored>();
  const roomOf = (name: string): Stored => {
    const known = rooms.get(name);
    if (known) return known;
    const epoch = crypto.randomUUID();
    const room = { epoch, snapshot: null, tail: [], authors: new Map(), last: 0 };
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
    compact: async (name, upTo, update) => {
      await options.before?.("compact");
      const room = roomOf(name);
      const isInTail = room.tail.some(({ seq }) => seq === upTo);
      if (!isInTail) return false;
      room.snapshot = { seq: upTo, update: update.slice() };
      room.tail = room.tail.filter(({ seq }) => seq > upTo);
      return true;
    },
    stop: () => Promise.resolve(),
  };
}

function add(room: Stored, { author, at, update, binds }: Append): number {
  room.last += 1;
  room.tail.push({ seq: room.last, author, at, update: update.slice() });
  for (const client of binds) if (!room.authors.has(client)) room.authors.set(client, author);
  return room.last;
}
