import { setImmediate } from "node:timers/promises";

import type { PersonId } from "@concord/domain/ids";
import type { Declaration } from "@concord/domain/ledger/schema";

import { declarationsAfter } from "../ledger/store.ts";
import type { SpaceRecord } from "../spaces/store.ts";
import type { Database } from "../store/database.ts";

/** A row of the ledger; one's own with its exact time, the other's with its day alone (S2, S9). */
export type LedgerRow = Declaration & { readonly at?: string };

const page = 500;

/**
 * What was declared in a space, in its order. Each author has `limit` bytes by themselves: one who
 * declares without end keeps nothing of the other's from being taken along (S5).
 */
export async function ledgerOf(
  db: Database,
  asked: { space: SpaceRecord; exporter: PersonId; limit: number },
): Promise<{ readonly rows: readonly LedgerRow[]; readonly isWhole: boolean }> {
  const { space, exporter, limit } = asked;
  const spent = new Map<string, number>();
  const rows: LedgerRow[] = [];
  let isWhole = true;
  let after = 0;
  for (;;) {
    const found = await declarationsAfter(db, { space: space.id, after, limit: page });
    const times = await ownTimes(db, { space, exporter, after, upTo: found.at(-1)?.seq ?? after });
    for (const row of found) {
      const bytes = (spent.get(row.author) ?? 0) + JSON.stringify(row).length;
      spent.set(row.author, bytes);
      const at = times.get(row.seq);
      if (bytes > limit) isWhole = false;
      else rows.push(at === undefined ? row : { ...row, at });
    }
    if (found.length < page) return { rows, isWhole };
    after = found.at(-1)?.seq ?? after;
    // The database answers at once: without this nobody else would be heard in between.
    await setImmediate();
  }
}

/** Answers of a check-in have none: they were declared when the last came in, whosever it was. */
async function ownTimes(
  db: Database,
  asked: { space: SpaceRecord; exporter: PersonId; after: number; upTo: number },
): Promise<ReadonlyMap<number, string>> {
  const rows = await db
    .selectFrom("declaration")
    .select(["seq", "declared_at"])
    .where("space", "=", asked.space.id)
    .where("author", "=", asked.exporter)
    .where("kind", "!=", "check-in-answer")
    .where("seq", ">", asked.after)
    .where("seq", "<=", asked.upTo)
    .execute();
  return new Map(rows.map((row) => [row.seq, new Date(row.declared_at).toISOString()]));
}
