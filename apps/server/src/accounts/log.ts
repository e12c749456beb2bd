import {
  type AccountEvent,
  type AccountLog,
  accountEvents,
} from "@concord/domain/accounts/account";

import type { Database } from "../store/database.ts";

/** So much is kept of one account's log, and for so long. */
export const mostKept = 200;
const keptMs = 180 * 24 * 60 * 60 * 1000;

/** The day of a moment (ms), in the world's own time: where the person was stands nowhere. */
export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Notes that something happened to an account: what and on which day, and nothing else (S2). */
export async function noteAccount(
  db: Database,
  { person, event, now }: { person: string; event: AccountEvent; now: number },
): Promise<void> {
  await db
    .insertInto("account_log")
    .values({ person, event, day: dayOf(now) })
    .execute();
  await db
    .deleteFrom("account_log")
    .where("day", "<", dayOf(now - keptMs))
    .execute();
  const latest = db
    .selectFrom("account_log")
    .select("id")
    .where("person", "=", person)
    .orderBy("id", "desc")
    .limit(mostKept);
  await db
    .deleteFrom("account_log")
    .where("person", "=", person)
    .where("id", "not in", latest)
    .execute();
}

/** A person's own log, the latest first. */
export async function accountLogOf(
  db: Database,
  { person, now }: { person: string; now: number },
): Promise<AccountLog> {
  const rows = await db
    .selectFrom("account_log")
    .select(["event", "day"])
    .where("person", "=", person)
    .where("day", ">=", dayOf(now - keptMs))
    .orderBy("id", "desc")
    .execute();
  const entries = rows.flatMap(({ event, day }) => {
    const known = accountEvents.find((one) => one === event);
    return known ? [{ event: known, day }] : [];
  });
  return { entries };
}
