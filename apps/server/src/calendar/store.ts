import { PersonId, type SpaceId } from "@concord/domain/ids";
import * as v from "valibot";

import { hashCode } from "../secret-code.ts";
import { loadSpace, type SpaceRecord } from "../spaces/store.ts";
import type { Database } from "../store/database.ts";

interface Owner {
  readonly space: SpaceId;
  readonly person: PersonId;
}

/** Gives a partner a new address; the one that they had before ends with that. */
export async function replaceFeed(
  db: Database,
  { space, person, code, now }: Owner & { readonly code: string; readonly now: number },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await endFeed(trx, { space, person });
    await trx
      .insertInto("calendar_feed")
      .values({ code_hash: hashCode(code), space, person, created_at: now })
      .execute();
  });
}

export async function hasFeed(db: Database, { space, person }: Owner): Promise<boolean> {
  const row = await db
    .selectFrom("calendar_feed")
    .select("created_at")
    .where("space", "=", space)
    .where("person", "=", person)
    .executeTakeFirst();
  return row !== undefined;
}

export async function endFeed(db: Database, { space, person }: Owner): Promise<void> {
  await db
    .deleteFrom("calendar_feed")
    .where("space", "=", space)
    .where("person", "=", person)
    .execute();
}

export interface Feed {
  readonly space: SpaceRecord;
  readonly person: PersonId;
  /** ms since the epoch */
  readonly createdAt: number;
}

/**
 * The feed behind a code, or null. It is looked up by the code's hash: how long that takes tells
 * nothing about the codes that there are.
 */
export async function findFeed(db: Database, code: string): Promise<Feed | null> {
  const row = await db
    .selectFrom("calendar_feed")
    .select(["space", "person", "created_at"])
    .where("code_hash", "=", hashCode(code))
    .executeTakeFirst();
  const space = row ? await loadSpace(db, row.space) : null;
  if (!row || !space?.partners.some(({ id }) => id === row.person)) return null;
  return { space, person: v.parse(PersonId, row.person), createdAt: row.created_at };
}
