import type { Clock } from "@concord/sync/ports";

import type { Database } from "../store/database.ts";
import type { Sealer } from "./sealed.ts";
import { matchingStep, newTotpSecret } from "./totp.ts";

interface On {
  readonly db: Database;
  readonly clock: Clock;
  readonly sealer: Sealer;
}

export async function hasSecondFactor(db: Database, person: string): Promise<boolean> {
  const row = await db
    .selectFrom("second_factor")
    .select("secret")
    .where("person", "=", person)
    .executeTakeFirst();
  return row !== undefined && row.secret !== null;
}

/** A secret for a new app. It counts once a code of it has come; until then the old one does. */
export async function beginSecondFactor({ db, sealer }: On, person: string): Promise<string> {
  const secret = newTotpSecret();
  const pending = sealer.seal(secret);
  await db
    .insertInto("second_factor")
    .values({ person, secret: null, pending, last_step: 0 })
    .onConflict((conflict) => conflict.column("person").doUpdateSet({ pending }))
    .execute();
  return secret;
}

/** Turns the second factor on by a code of the app that it was begun with. */
export async function settleSecondFactor(on: On, person: string, code: string): Promise<boolean> {
  const row = await on.db
    .selectFrom("second_factor")
    .select("pending")
    .where("person", "=", person)
    .executeTakeFirst();
  if (!row || row.pending === null) return false;
  const step = matchingStep(on.sealer.open(row.pending), code, { now: on.clock.now(), last: 0 });
  if (step === null) return false;
  const { numUpdatedRows } = await on.db
    .updateTable("second_factor")
    .set({ secret: row.pending, pending: null, last_step: step })
    .where("person", "=", person)
    .where("pending", "=", row.pending)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/**
 * Takes a code of a person's app: each works once, and none that came before it. One statement
 * decides, so that of two requests with the same code one is refused.
 */
export async function takeAppCode(on: On, person: string, code: string): Promise<boolean> {
  const row = await on.db
    .selectFrom("second_factor")
    .select(["secret", "last_step"])
    .where("person", "=", person)
    .executeTakeFirst();
  if (!row || row.secret === null) return false;
  const at = { now: on.clock.now(), last: row.last_step };
  const step = matchingStep(on.sealer.open(row.secret), code, at);
  if (step === null) return false;
  const { numUpdatedRows } = await on.db
    .updateTable("second_factor")
    .set({ last_step: step })
    .where("person", "=", person)
    .where("last_step", "<", step)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function removeSecondFactor(db: Database, person: string): Promise<void> {
  await db.deleteFrom("second_factor").where("person", "=", person).execute();
}
