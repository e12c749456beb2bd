import { Refusal } from "../http/problem.ts";
import type { Database } from "../store/database.ts";
import { hasPassword, removePassword } from "./password.ts";
import { recoveryCodesLeft } from "./recovery-codes.ts";
import { removeSecondFactor } from "./second-factor.ts";

const passkeyCount = async (db: Database, person: string): Promise<number> => {
  const rows = await db.selectFrom("passkey").select("id").where("person", "=", person).execute();
  return rows.length;
};

/**
 * Makes an account one of passkeys alone. Only where there is one, and recovery codes for the day
 * on which it is lost: there is nobody who could let its owner in again. The code from an app goes
 * along, for it stands beside a password and nowhere else.
 */
export async function giveUpPassword(db: Database, person: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const passkeys = await passkeyCount(trx, person);
    if (passkeys === 0 || (await recoveryCodesLeft(trx, person)) === 0)
      throw new Refusal("last-way-in");
    await removePassword(trx, person);
    await removeSecondFactor(trx, person);
  });
}

/** Removes a passkey, unless it is the only way in. */
export async function giveUpPasskey(db: Database, person: string, id: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { numDeletedRows } = await trx
      .deleteFrom("passkey")
      .where("id", "=", id)
      .where("person", "=", person)
      .executeTakeFirst();
    if (numDeletedRows === 0n) throw new Refusal("no-such-entry");
    if (!(await hasPassword(trx, person)) && (await passkeyCount(trx, person)) === 0)
      throw new Refusal("last-way-in");
  });
}
