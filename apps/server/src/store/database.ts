import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";

import { Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement } from "kysely";

import type { Tables } from "./schema.ts";

export type Database = Kysely<Tables>;

/**
 * Opens `app.db`, durably: FULL, since a confirmed invitation or revocation must outlive a power
 * cut. Kysely lends its one connection to one transaction at a time, so transactions never mix.
 */
export function openDatabase(file: string): Database {
  const sqlite = new DatabaseSync(file, { timeout: 5000 });
  sqlite.exec(`
    pragma journal_mode = wal;
    pragma synchronous = full;
    pragma foreign_keys = on;
    pragma journal_size_limit = 4194304;
    -- What is deleted is overwritten: it was about somebody (S18).
    pragma secure_delete = on;
  `);
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: forKysely(sqlite) }) });
}

/** Statements kept prepared: more than there are kinds of queries, unless somebody builds them. */
const mostPrepared = 500;

/**
 * What Kysely expects of better-sqlite3, said in node:sqlite's words. Preparing costs more than
 * most queries do, so each text is prepared once.
 */
function forKysely(sqlite: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>();
  return {
    close: () => sqlite.close(),
    prepare(text) {
      const known = prepared.get(text);
      if (known) return known;
      const statement = statementOf(sqlite.prepare(text));
      if (prepared.size < mostPrepared) prepared.set(text, statement);
      return statement;
    },
  };
}

const statementOf = (statement: StatementSync): SqliteStatement => ({
  reader: statement.columns().length > 0,
  // Spread, since node:sqlite takes a lone object for named parameters and stores NULL.
  all: (parameters) => statement.all(...values(parameters)),
  run: (parameters) => statement.run(...values(parameters)),
  iterate: (parameters) => statement.iterate(...values(parameters)),
});

function values(parameters: readonly unknown[]): SQLInputValue[] {
  return parameters.map((value) => {
    if (value === null || value instanceof Uint8Array) return value;
    if (typeof value === "string" || typeof value === "number" || typeof value === "bigint")
      return value;
    // node:sqlite would store `undefined` as NULL without a word.
    throw new TypeError(`not an SQL value: ${typeof value}`);
  });
}
