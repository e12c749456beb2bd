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

export async function hasAccount(db: Database, email: string): Promise<boolean> {
  const row = await db
    .selectFrom("user")
    .select("id")
    .where("email", "=", email)
    .executeTakeFirst();
  return row !== undefined;
}
