import { randomUUID } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";

import { partOf as entryAsPart } from "@concord/sync/engine/history";
import type { Append, HistoryPart } from "@concord/sync/ports";

import type { PackedHistory, PackedRoom } from "./protocol.ts";
import { open, prepare } from "./tables.ts";

interface Compaction {
  readonly room: string;
  readonly upTo: number;
  readonly snapshot: Uint8Array;
  readonly history: readonly HistoryPart[];
}

interface Forgetting {
  readonly room: string;
  readonly upTo: number;
  readonly base: Uint8Array;
}

interface RoomRow {
  readonly id: number;
  readonly epoch: string;
}

interface Counter {
  readonly id: number;
  last: number;
}

/** Rooms whose latest seq is remembered; beyond, all are asked for again. */
const mostCounters = 50_000;

/** The log's tables. Everything here blocks: it runs on the worker's thread. */
export class LogFile {
  readonly #db: DatabaseSync;
  readonly #sql: ReturnType<typeof prepare>;
  readonly #counters = new Map<string, Counter>();

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
  append(batch: Iterable<Append>): Float64Array {
    // What this batch counts is kept only once it is on disk.
    const counted = new Map<string, Counter>();
    const seqs = this.#transaction(() => {
      const seqs: number[] = [];
      for (const { room: name, author, at, update, binds } of batch) {
        let room = counted.get(name);
        if (!room) counted.set(name, (room = { ...this.#counterOf(name) }));
        room.last += 1;
        this.#sql.addEntry.run(room.id, room.last, author, at, update);
        for (const client of binds) this.#sql.bind.run(room.id, client, author);
        seqs.push(room.last);
      }
      return Float64Array.from(seqs);
    });
    for (const [name, counter] of counted) this.#counters.set(name, counter);
    if (this.#counters.size > mostCounters) this.#counters.clear();
    return seqs;
  }

  /** The room's id and latest seq: what was compacted away is counted by its snapshot. */
  #counterOf(name: string): Counter {
    const known = this.#counters.get(name);
    if (known) return known;
    const { id } = this.#roomOf(name);
    return { id, last: number(this.#sql.lastSeq.get(id, id)?.["seq"]) };
  }

  compact({ room: name, upTo, snapshot, history }: Compaction): boolean {
    return this.#transaction(() => {
      const { id } = this.#roomOf(name);
      if (!this.#sql.hasEntry.get(id, upTo) || !this.#continues(id, history)) return false;
      this.#keep(id, history);
      this.#sql.setSnapshot.run(id, upTo, snapshot);
      this.#sql.dropEntries.run(id, upTo);
      return true;
    });
  }

  history(name: string): PackedHistory {
    const room = this.#find(name);
    if (!room) return { base: null, parts: [], authors: [] };
    const { snapshot, tail, authors } = this.load(name);
    const kept = this.#sql.parts.all(room.id).map(partOf);
    const base = this.#sql.base.get(room.id);
    const began = base ? blob(base["bytes"]) : null;
    return {
      base: kept.length > 0 ? began : (snapshot?.update ?? null),
      parts: [...kept, ...tail.map(entryAsPart)],
      authors,
    };
  }

  forget({ room: name, upTo, base }: Forgetting): boolean {
    const done = this.#transaction(() => {
      const { id } = this.#roomOf(name);
      if (!this.#sql.hasPart.get(id, upTo)) return false;
      this.#sql.dropParts.run(id, upTo);
      if (this.#sql.hasParts.get(id)) this.#sql.setBase.run(id, base);
      else this.#sql.dropBase.run(id);
      return true;
    });
    // The write-ahead log holds what was overwritten until it is emptied.
    if (done) this.#emptyWal();
    return done;
  }

  disown(path: string, author: string, by: string): void {
    this.#transaction(() => {
      for (const { id } of this.#under(path)) {
        this.#sql.disownEntries.run(id, author, by);
        this.#sql.disownParts.run(id, author, by);
        this.#sql.disownClients.run(id, author, by);
      }
    });
    this.#emptyWal();
  }

  erase(path: string): void {
    const rooms = this.#under(path);
    this.#transaction(() => {
      for (const { id } of rooms) {
        this.#sql.dropEntries.run(id, Number.MAX_SAFE_INTEGER);
        this.#sql.dropParts.run(id, Number.MAX_SAFE_INTEGER);
        for (const drop of [this.#sql.dropBase, this.#sql.dropSnapshot, this.#sql.dropAuthors])
          drop.run(id);
        this.#sql.dropRoom.run(id);
      }
    });
    for (const { name } of rooms) this.#counters.delete(name);
    this.#emptyWal();
  }

  #emptyWal(): void {
    this.#db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  }

  #under(path: string): { readonly id: number; readonly name: string }[] {
    return this.#sql.under
      .all(path)
      .map((row) => ({ id: number(row["id"]), name: text(row["name"]) }));
  }

  olderThan(before: number): string[] {
    return this.#sql.olderThan.all(before).map((row) => text(row["name"]));
  }

  close(): void {
    this.#emptyWal();
    this.#db.close();
  }

  /** Whether these parts begin where what is kept ends: no entry may be in two. */
  #continues(id: number, [first]: readonly HistoryPart[]): boolean {
    return first === undefined || first.firstSeq === this.#sql.firstEntry.get(id)?.["seq"];
  }

  #keep(id: number, history: readonly HistoryPart[]): void {
    if (history.length === 0) this.#sql.dropParts.run(id, Number.MAX_SAFE_INTEGER);
    if (!this.#sql.hasParts.get(id)) {
      this.#sql.dropBase.run(id);
      if (history.length > 0) this.#sql.startFromSnapshot.run(id);
    }
    for (const { firstSeq, lastSeq, author, from, to, update } of history) {
      // As the log has it by now: whoever wrote it may have gone since it was read.
      const whose = this.#sql.entryAuthor.get(id, firstSeq)?.["author"] ?? author;
      this.#sql.addPart.run(id, firstSeq, lastSeq, text(whose), from, to, update);
    }
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
    return { id: number(row["id"]), epoch: text(row["epoch"]) };
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

const partOf = (row: Record<string, unknown>): HistoryPart => ({
  author: text(row["author"]),
  from: number(row["from_at"]),
  to: number(row["to_at"]),
  firstSeq: number(row["first_seq"]),
  lastSeq: number(row["last_seq"]),
  update: blob(row["bytes"]),
});

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
