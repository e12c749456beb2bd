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

export type LogFile = ReturnType<typeof openLogFile>;

/** Runs on the worker's thread: everything here blocks. */
export function openLogFile(file: string) {
  const db = open(file);
  const roomRow = db.prepare("SELECT id, epoch, last_seq FROM rooms WHERE name = ?");
  const addRoom = db.prepare("INSERT INTO rooms (name, epoch) VALUES (?, ?)");
  const setLast = db.prepare("UPDATE rooms SET last_seq = ? WHERE id = ?");
  const addEntry = db.prepare(
    "INSERT INTO entries (room, seq, author, at, bytes) VALUES (?, ?, ?, ?, ?)",
  );
  const entries = db.prepare(
    "SELECT seq, author, at, bytes FROM entries WHERE room = ? ORDER BY seq",
  );
  const hasEntry = db.prepare("SELECT 1 FROM entries WHERE room = ? AND seq = ?");
  const dropEntries = db.prepare("DELETE FROM entries WHERE room = ? AND seq <= ?");
  const snapshotRow = db.prepare("SELECT seq, bytes FROM snapshots WHERE room = ?");
  const setSnapshot = db.prepare(
    "INSERT INTO snapshots (room, seq, bytes) VALUES (?, ?, ?) " +
      "ON CONFLICT (room) DO UPDATE SET seq = excluded.seq, bytes = excluded.bytes",
  );
  const bind = db.prepare(
    "INSERT INTO authors (room, client, author) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
  );
  const bound = db.prepare("SELECT client, author FROM authors WHERE room = ?");

  /** All or nothing, and on disk once it returns. */
  function transaction<T>(work: () => T): T {
    db.exec("BEGIN IMMEDIATE");
    try {
      const result = work();
      db.exec("COMMIT");
      return result;
    } catch (error) {
      // A full disk may have rolled back by itself.
      if (db.isTransaction) db.exec("ROLLBACK");
      throw error;
    }
  }

  function roomOf(name: string): { id: number; epoch: string; last: number } {
    const row = roomRow.get(name) ?? (addRoom.run(name, randomUUID()), roomRow.get(name));
    if (!row) throw new Error("a room was not stored");
    return { id: number(row["id"]), epoch: text(row["epoch"]), last: number(row["last_seq"]) };
  }

  function load(name: string): PackedRoom {
    return transaction(() => {
      const { id, epoch } = roomOf(name);
      const snapshot = snapshotRow.get(id);
      return {
        epoch,
        snapshot: snapshot
          ? { seq: number(snapshot["seq"]), update: blob(snapshot["bytes"]) }
          : null,
        tail: entries.all(id).map((row) => ({
          seq: number(row["seq"]),
          author: text(row["author"]),
          at: number(row["at"]),
          update: blob(row["bytes"]),
        })),
        authors: bound.all(id).map((row) => [number(row["client"]), text(row["author"])] as const),
      };
    });
  }

  function append(batch: readonly PackedAppend[], bytes: Uint8Array): number[] {
    return transaction(() => {
      const rooms = new Map<string, { readonly id: number; last: number }>();
      const seqs = batch.map(({ room: name, author, at, start, end, binds }) => {
        let room = rooms.get(name);
        if (!room) rooms.set(name, (room = roomOf(name)));
        room.last += 1;
        addEntry.run(room.id, room.last, author, at, bytes.subarray(start, end));
        for (const client of binds) bind.run(room.id, client, author);
        return room.last;
      });
      for (const { id, last } of rooms.values()) setLast.run(last, id);
      return seqs;
    });
  }

  function compact(name: string, upTo: number, snapshot: Uint8Array): boolean {
    return transaction(() => {
      const { id } = roomOf(name);
      if (!hasEntry.get(id, upTo)) return false;
      setSnapshot.run(id, upTo, snapshot);
      dropEntries.run(id, upTo);
      return true;
    });
  }

  function close(): void {
    db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    db.close();
  }

  return { load, append, compact, close };
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
