import type { Database } from "../store/database.ts";
import type { Tables } from "../store/schema.ts";

/** How long a browser has to answer (ms): people look for their key first. */
export const challengeMs = 5 * 60_000;

type Purpose = Tables["passkey_challenge"]["purpose"];

interface Asked {
  /** Who alone may answer; null where that is still to be found out. */
  readonly person: string | null;
  readonly purpose: Purpose;
  readonly now: number;
}

export async function rememberChallenge(
  db: Database,
  challenge: string,
  { person, purpose, now }: Asked,
): Promise<void> {
  await db.deleteFrom("passkey_challenge").where("expires_at", "<=", now).execute();
  const row = { challenge, person, purpose, expires_at: now + challengeMs };
  await db.insertInto("passkey_challenge").values(row).execute();
}

/** Uses a challenge up. Each is answered once, for what it was asked, and in time. */
export async function takeChallenge(
  db: Database,
  challenge: string,
  { person, purpose, now }: Asked,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("passkey_challenge")
    .where("challenge", "=", challenge)
    .where("purpose", "=", purpose)
    .where("person", person === null ? "is" : "=", person)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
