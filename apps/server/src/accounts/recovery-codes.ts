import { hashCode, newCode } from "../secret-code.ts";
import type { Database } from "../store/database.ts";

const howMany = 10;

/** New codes in the place of all that there were. They are shown this once: we keep their hashes. */
export async function makeRecoveryCodes(db: Database, person: string): Promise<string[]> {
  const codes = Array.from({ length: howMany }, newCode);
  await db.transaction().execute(async (trx) => {
    await removeRecoveryCodes(trx, person);
    await trx
      .insertInto("recovery_code")
      .values(codes.map((code) => ({ person, code_hash: hashCode(code) })))
      .execute();
  });
  return codes;
}

export async function removeRecoveryCodes(db: Database, person: string): Promise<void> {
  await db.deleteFrom("recovery_code").where("person", "=", person).execute();
}

/** Uses a code up. Of two requests with the same code one is refused. */
export async function takeRecoveryCode(
  db: Database,
  person: string | null,
  code: string,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("recovery_code")
    .where("person", "=", person ?? "")
    .where("code_hash", "=", hashCode(code))
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

export async function recoveryCodesLeft(db: Database, person: string): Promise<number> {
  const rows = await db
    .selectFrom("recovery_code")
    .select("code_hash")
    .where("person", "=", person)
    .execute();
  return rows.length;
}
