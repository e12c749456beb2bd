import type { Database } from "../store/database.ts";

/** Keeps, with its time, that a person consented and said to be an adult (S27). */
export async function recordConsents(db: Database, person: string, now: number): Promise<void> {
  const given = { person, given_at: now, withdrawn_at: null };
  await db
    .insertInto("consent")
    .values([
      { ...given, statement: "processing" },
      { ...given, statement: "adult" },
    ])
    .execute();
}

export async function personByEmail(db: Database, email: string): Promise<string | null> {
  const row = await db
    .selectFrom("user")
    .select("id")
    .where("email", "=", email)
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function hasAccount(db: Database, email: string): Promise<boolean> {
  return (await personByEmail(db, email)) !== null;
}

export async function rename(db: Database, person: string, name: string): Promise<void> {
  await db.updateTable("user").set({ name }).where("id", "=", person).execute();
}

/** Gives a person another address, unless somebody has it: that one row says so, and no race. */
export async function readdress(db: Database, person: string, email: string): Promise<boolean> {
  return await db.transaction().execute(async (trx) => {
    const holder = await personByEmail(trx, email);
    if (holder !== null && holder !== person) return false;
    await trx.updateTable("user").set({ email }).where("id", "=", person).execute();
    return true;
  });
}
