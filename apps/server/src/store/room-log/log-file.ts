import { randomUUID } from "node:crypto";
import { DatabaseSync } from "node:sqlite";

import type { PackedAppend, PackedRoom } from "./protocol.ts";

const schema = `
  CREATE TABLE IF NOT EXISTS rooms (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    epoch TEXT NOT NULL,
    last_seq INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE TABLE IF NOT EXISTS entries (
    room INTEGER NOT NULL REFERENCES rooms (id),
    seq INTEGER NOT NULL,
    author TEXT NOT NULL,
    at INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (room, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS snapshots (
    room INTEGER PRIMARY KEY REFERENCES rooms (id),
    seq INTEGER NOT NULL,
    bytes BLOB NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS authors (
    room INTEGER NOT NULL REFERENCES rooms (id),
    client INTEGER NOT NULL,
    author TEXT NOT NULL,
    PRIMARY KEY (room, client)
  ) STRICT, WITHOUT ROWID;
`;

/**
 * The log's own SQLite file. FULL, because an acknowledgement is a promise: NORMAL loses whatever
 * came after the last checkpoint when the power goes.
 */
function open(file: string): DatabaseSync {
  const db = new DatabaseSync(file, { timeout: 5000 });
  db.exec("PRAGMA journal_mode = WAL");
  db.exec("PRAGMA synchronous = FULL");
  db.exec("PRAGMA foreign_keys = ON");
  db.exec(`PRAGMA journal_size_limit = ${16 * 2 ** 20}`);
  db.exec(schema);
  return db;
}

function prepare(db: DatabaseSync) {
  return {
    room: db.prepare("SELECT id, epoch, last_seq FROM rooms WHERE name = ?"),
    addRoom: db.prepare("INSERT INTO rooms (name, epoch) VALUES (?, ?)"),
    setLast: db.prepare("UPDATE rooms SET last_seq = ? WHERE id = ?"),
    addEntry: db.prepare(
      "INSERT INTO entries (room, seq, author, at, bytes) VALUES (?, ?, ?, ?, ?)",
    ),
    entries: db.prepare("SELECT seq, author, at, bytes FROM entries WHERE room = ? ORDER BY seq"),
    hasEntry: db.prepare("SELECT 1 FROM entries WHERE room = ? AND seq = ?"),
    dropEntries: db.prepare("DELETE FROM entries WHERE room = ? AND seq <= ?"),
    snapshot: db.prepare("SELECT seq, bytes FROM snapshots WHERE room = ?"),
    setSnapshot: db.prepare(
      `INSERT INTO snapshots (room, seq, bytes) VALUES (?, ?, ?)
       ON CONFLICT (room) DO UPDATE SET seq = excluded.seq, bytes = excluded.bytes`,
    ),
    bind: db.prepare(
      "INSERT INTO authors (room, client, author) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
    ),
    bound: db.prepare("SELECT client, author FROM authors WHERE room = ?"),
  };
}

interface RoomRow {
  readonly id: number;
  readonly epoch: string;
  readonly last: number;
}

/** The log's tables. Everything here blocks: it runs on the worker's thread. */
export class LogFile {
  readonly #db: DatabaseSync;
  readonly #sql: ReturnType<typeof prepare>;

  constructor(file: string) {
    this.#db = open(file);
    this.#sql = prepare(this.#db);
  }

  /** Reads alone where the room exists, so that a full disk still shows what it holds. */
  load(name: string): PackedRoom {
    const { id, epoch } = this.#find(name) ?? this.#transaction(() => this.#roomOf(name));
    const snapshot = this.#sql.snapshot.get(id);
    return {
      epoch,
      snapshot: snapshot ? { seq: number(snapshot["seq"]), update: blob(snapshot["bytes"]) } : null,
      tail: this.#sql.entries.all(id).map((row) => ({
        seq: number(row["seq"]),
        author: text(row["author"]),
        at: number(row["at"]),
        update: blob(row["bytes"]),
      })),
      authors: this.#sql.bound.all(id).map((row) => [number(row["client"]), text(row["author"])]),
    };
  }

  /** One transaction for the whole batch: on disk once this returns, or not at all. */
  append(batch: readonly PackedAppend[], bytes: Uint8Array): number[] {
    return this.#transaction(() => {
      const rooms = new Map<string, { readonly id: number; last: number }>();
      const seqs = batch.map(({ room: name, author, at, start, end, binds }) => {
        let room = rooms.get(name);
        if (!room) rooms.set(name, (room = { ...this.#roomOf(name) }));
        room.last += 1;
        this.#sql.addEntry.run(room.id, room.last, author, at, bytes.subarray(start, end));
        for (const client of binds) this.#sql.bind.run(room.id, client, author);
        return room.last;
      });
      for (const { id, last } of rooms.values()) this.#sql.setLast.run(last, id);
      return seqs;
    });
  }

  compact(name: string, upTo: number, snapshot: Uint8Array): boolean {
    return this.#transaction(() => {
      const { id } = this.#roomOf(name);
      if (!this.#sql.hasEntry.get(id, upTo)) return false;
      this.#sql.setSnapshot.run(id, upTo, snapshot);
      this.#sql.dropEntries.run(id, upTo);
      return true;
    });
  }

  close(): void {
    this.#db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    this.#db.close();
  }

  #transaction<T>(work: () => T): T {
    this.#db.exec("BEGIN IMMEDIATE");
    try {
      const result = work();
      this.#db.exec("COMMIT");
      return result;
    } catch (error) {
      // A full disk may have rolled back by itself.
      if (this.#db.isTransaction) this.#db.exec("ROLLBACK");
      throw error;
    }
  }

  #find(name: string): RoomRow | null {
    const row = this.#sql.room.get(name);
    if (!row) return null;
    return { id: number(row["id"]), epoch: text(row["epoch"]), last: number(row["last_seq"]) };
  }

  #roomOf(name: string): RoomRow {
    const known = this.#find(name);
    if (known) return known;
    this.#sql.addRoom.run(name, randomUUID());
    const added = this.#find(name);
    if (!added) throw new Error("a room was not stored");
    return added;
  }
}

function number(value: unknown): number {
  if (typeof value !== "number") throw new TypeError("the log file holds no number here");
  return value;
}

function text(value: unknown): string {
  if (typeof value !== "string") throw new TypeError("the log file holds no text here");
  return value;
}

function blob(value: unknown): Uint8Array {
  if (!(value instanceof Uint8Array)) throw new TypeError("the log file holds no bytes here");
  return value;
}
