import { type RawBuilder, sql } from "kysely";
import * as v from "valibot";

import type { Database } from "../store/database.ts";

const ForeignKey = v.object({
  id: v.number(),
  table: v.string(),
  from: v.string(),
  /** Null where the parent's primary key is meant without naming it. */
  to: v.nullable(v.string()),
});

interface Reference {
  readonly child: string;
  readonly columns: readonly { readonly from: string; readonly to: string }[];
}

/** Every reference of some table to this one, in the database as it stands. */
async function referencesTo(db: Database, parent: string): Promise<readonly Reference[]> {
  const tables = await sql<{ name: string }>`
    select name from sqlite_master where type = 'table'`.execute(db);
  const found: Reference[] = [];
  for (const { name: child } of tables.rows) {
    const { rows } = await sql`
      select id, "table", "from", "to" from pragma_foreign_key_list(${child})`.execute(db);
    const keys = rows
      .map((row) => v.parse(ForeignKey, row))
      .filter(({ table }) => table === parent);
    for (const columns of Map.groupBy(keys, ({ id }) => id).values())
      found.push({ child, columns: columns.map(({ from, to }) => ({ from, to: to ?? "id" })) });
  }
  return found;
}

/** Whoever refers to `user`, as `table.column`: a test sees to it that each was thought of. */
export async function referencesToPeople(db: Database): Promise<readonly string[]> {
  const references = await referencesTo(db, "user");
  return references.flatMap(({ child, columns }) => columns.map(({ from }) => `${child}.${from}`));
}

/**
 * Deletes the rows of a table that `which` holds for, and before them everything that refers to
 * them, whatever tables there are by now: what is added later is erased too, and not forgotten.
 */
async function eraseWhere(db: Database, table: string, which: RawBuilder<unknown>): Promise<void> {
  for (const { child, columns } of await referencesTo(db, table)) {
    const from = sql.join(columns.map((column) => sql.ref(column.from)));
    const to = sql.join(columns.map((column) => sql.ref(column.to)));
    const theirs = sql`(${from}) in (select ${to} from ${sql.table(table)} where ${which})`;
    await eraseWhere(db, child, theirs);
  }
  await sql`delete from ${sql.table(table)} where ${which}`.execute(db);
}

export const eraseRow = (db: Database, table: "user" | "space", id: string): Promise<void> =>
  eraseWhere(db, table, sql`id = ${id}`);

/** Overwrites what was deleted in the write-ahead log as well. */
export async function emptyWriteAheadLog(db: Database): Promise<void> {
  await sql`pragma wal_checkpoint(truncate)`.execute(db);
}
