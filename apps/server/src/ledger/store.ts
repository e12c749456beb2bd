import type { DeclarationId, PersonId, SpaceId } from "@concord/domain/ids";
import { Declaration, type DeclarationKind } from "@concord/domain/ledger/schema";
import type { Subject } from "@concord/domain/ledger/subjects";
import * as v from "valibot";

import type { Database } from "../store/database.ts";

/** A row to be added. `body` is what its kind says in `Declaration`. */
export interface NewDeclaration {
  readonly id: DeclarationId;
  readonly space: SpaceId;
  readonly author: PersonId;
  readonly kind: DeclarationKind;
  readonly subject: Subject | string;
  readonly body: unknown;
  readonly now: number;
}

/**
 * Adds a row at the end of its space's ledger. Must be called in a transaction: the number that
 * follows the last one is read and taken there.
 */
export async function addDeclaration(trx: Database, row: NewDeclaration): Promise<Declaration> {
  const last = await trx
    .selectFrom("declaration")
    .select(({ fn }) => fn.max("seq").as("seq"))
    .where("space", "=", row.space)
    .executeTakeFirst();
  // The last ones may have gone with whoever declared them; their numbers are known to pages.
  const gone = await trx
    .selectFrom("space")
    .select("declared")
    .where("id", "=", row.space)
    .executeTakeFirst();
  const { id, space, author, kind, subject, now } = row;
  const kept = {
    space,
    seq: Math.max(last?.seq ?? 0, gone?.declared ?? 0) + 1,
    id,
    author,
    kind,
    subject,
    body: JSON.stringify(row.body),
    declared_at: now,
  };
  await trx.insertInto("declaration").values(kept).execute();
  return declarationOf(kept);
}

type Row = Parameters<typeof declarationOf>[0];

const declarationOf = (row: {
  readonly seq: number;
  readonly id: string;
  readonly author: string;
  readonly kind: string;
  readonly subject: string;
  readonly body: string;
  readonly declared_at: number;
}): Declaration =>
  v.parse(Declaration, {
    seq: row.seq,
    id: row.id,
    author: row.author,
    kind: row.kind,
    subject: row.subject,
    body: JSON.parse(row.body),
    day: new Date(row.declared_at).toISOString().slice(0, 10),
  });

const columns = ["seq", "id", "author", "kind", "subject", "body", "declared_at"] as const;

/** The rows after `after`, in their order; at most `limit`. */
export async function declarationsAfter(
  db: Database,
  { space, after, limit }: { space: SpaceId; after: number; limit: number },
): Promise<Declaration[]> {
  const rows: Row[] = await db
    .selectFrom("declaration")
    .select(columns)
    .where("space", "=", space)
    .where("seq", ">", after)
    .orderBy("seq")
    .limit(limit)
    .execute();
  return rows.map(declarationOf);
}

/** All that was declared about a subject, taken back or not, in its order. */
export async function declarationsAbout(
  db: Database,
  { space, subject }: { space: SpaceId; subject: string },
): Promise<Declaration[]> {
  const rows: Row[] = await db
    .selectFrom("declaration")
    .select(columns)
    .where("space", "=", space)
    .where("subject", "=", subject)
    .orderBy("seq")
    .execute();
  return rows.map(declarationOf);
}

export async function findDeclaration(
  db: Database,
  { space, id }: { space: SpaceId; id: string },
): Promise<Declaration | null> {
  const row: Row | undefined = await db
    .selectFrom("declaration")
    .select(columns)
    .where("space", "=", space)
    .where("id", "=", id)
    .executeTakeFirst();
  return row ? declarationOf(row) : null;
}
