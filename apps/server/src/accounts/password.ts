import { randomUUID } from "node:crypto";

import type { Database } from "../store/database.ts";
import type { Auth } from "./auth.ts";

interface On {
  readonly auth: Auth;
  readonly db: Database;
}

/** What better-auth calls an account's own password among the ways to sign in. */
const credential = "credential";

async function hashOf(db: Database, person: string): Promise<string | null> {
  const row = await db
    .selectFrom("account")
    .select("password")
    .where("userId", "=", person)
    .where("providerId", "=", credential)
    .executeTakeFirst();
  return row?.password ?? null;
}

export const hasPassword = async (db: Database, person: string): Promise<boolean> =>
  (await hashOf(db, person)) !== null;

/**
 * Whether a password is this person's. It takes as long where there is no such person (null), or
 * none of theirs to compare with: time must not tell who has an account.
 */
export async function isPasswordOf(
  { auth, db }: On,
  person: string | null,
  password: string,
): Promise<boolean> {
  const { password: hasher } = await auth.$context;
  const hash = person === null ? null : await hashOf(db, person);
  if (hash === null) {
    await hasher.hash(password);
    return false;
  }
  return await hasher.verify({ hash, password });
}

export async function setPassword(
  { auth, db }: On,
  { person, password, now }: { person: string; password: string; now: number },
): Promise<void> {
  const { password: hasher } = await auth.$context;
  const hash = await hasher.hash(password);
  const at = new Date(now).toISOString();
  await db.transaction().execute(async (trx) => {
    await removePassword(trx, person);
    await trx
      .insertInto("account")
      .values({
        id: randomUUID(),
        accountId: person,
        providerId: credential,
        userId: person,
        password: hash,
        createdAt: at,
        updatedAt: at,
      })
      .execute();
  });
}

export async function removePassword(db: Database, person: string): Promise<void> {
  await db
    .deleteFrom("account")
    .where("userId", "=", person)
    .where("providerId", "=", credential)
    .execute();
}
