import { DatabaseSync } from "node:sqlite";

const schema = `
  CREATE TABLE IF NOT EXISTS rooms (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    epoch TEXT NOT NULL
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
  CREATE TABLE IF NOT EXISTS history (
    room INTEGER NOT NULL REFERENCES rooms (id),
    first_seq INTEGER NOT NULL,
    last_seq INTEGER NOT NULL,
    author TEXT NOT NULL,
    from_at INTEGER NOT NULL,
    to_at INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (room, first_seq)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS history_bases (
    room INTEGER PRIMARY KEY REFERENCES rooms (id),
    bytes BLOB NOT NULL
  ) STRICT;
`;

/**
 * The log's own SQLite file. FULL, because an acknowledgement is a promise: NORMAL loses whatever
 * came after the last checkpoint when the power goes.
 */
export function open(file: string): DatabaseSync {
  const db = new DatabaseSync(file, { timeout: 5000 });
  db.exec("PRAGMA journal_mode = WAL");
  db.exec("PRAGMA synchronous = FULL");
  db.exec("PRAGMA foreign_keys = ON");
  // What is deleted is overwritten: it was somebody's words (SPEC H4).
  db.exec("PRAGMA secure_delete = ON");
  db.exec(`PRAGMA journal_size_limit = ${16 * 2 ** 20}`);
  db.exec(schema);
  return db;
}

export function prepare(db: DatabaseSync) {
  return {
    room: db.prepare("SELECT id, epoch FROM rooms WHERE name = ?"),
    addRoom: db.prepare("INSERT INTO rooms (name, epoch) VALUES (?, ?)"),
    lastSeq: db.prepare(
      `SELECT max(coalesce((SELECT max(seq) FROM entries WHERE room = ?), 0),
                  coalesce((SELECT seq FROM snapshots WHERE room = ?), 0)) AS seq`,
    ),
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
    firstEntry: db.prepare("SELECT min(seq) AS seq FROM entries WHERE room = ?"),
    addPart: db.prepare(
      `INSERT INTO history (room, first_seq, last_seq, author, from_at, to_at, bytes)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    ),
    parts: db.prepare("SELECT * FROM history WHERE room = ? ORDER BY first_seq"),
    hasPart: db.prepare("SELECT 1 FROM history WHERE room = ? AND last_seq = ?"),
    hasParts: db.prepare("SELECT 1 FROM history WHERE room = ? LIMIT 1"),
    dropParts: db.prepare("DELETE FROM history WHERE room = ? AND last_seq <= ?"),
    base: db.prepare("SELECT bytes FROM history_bases WHERE room = ?"),
    setBase: db.prepare(
      `INSERT INTO history_bases (room, bytes) VALUES (?, ?)
       ON CONFLICT (room) DO UPDATE SET bytes = excluded.bytes`,
    ),
    startFromSnapshot: db.prepare(
      "INSERT INTO history_bases (room, bytes) SELECT room, bytes FROM snapshots WHERE room = ?",
    ),
    dropBase: db.prepare("DELETE FROM history_bases WHERE room = ?"),
    olderThan: db.prepare(
      `SELECT name FROM rooms WHERE ?1 >
         (SELECT at FROM entries WHERE room = rooms.id ORDER BY seq LIMIT 1) OR ?1 >
         (SELECT to_at FROM history WHERE room = rooms.id ORDER BY first_seq LIMIT 1)`,
    ),
    under: db.prepare(
      "SELECT id, name FROM rooms WHERE name = ?1 OR substr(name, 1, length(?1) + 1) = ?1 || '/'",
    ),
    entryAuthor: db.prepare("SELECT author FROM entries WHERE room = ? AND seq = ?"),
    disownEntries: db.prepare("UPDATE entries SET author = ?3 WHERE room = ?1 AND author = ?2"),
    disownParts: db.prepare("UPDATE history SET author = ?3 WHERE room = ?1 AND author = ?2"),
    disownClients: db.prepare("UPDATE authors SET author = ?3 WHERE room = ?1 AND author = ?2"),
    dropSnapshot: db.prepare("DELETE FROM snapshots WHERE room = ?"),
    dropAuthors: db.prepare("DELETE FROM authors WHERE room = ?"),
    dropRoom: db.prepare("DELETE FROM rooms WHERE id = ?"),
    bound: db.prepare("SELECT client, author FROM authors WHERE room = ?"),
  };
}
