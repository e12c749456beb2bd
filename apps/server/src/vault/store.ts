import type { PersonId } from "@concord/domain/ids";

import type { Database } from "../store/database.ts";

interface Box {
  readonly version: number;
  readonly box: Uint8Array | null;
}

/** A person's box, as sealed as it came: the server has no key and looks at none of it (S20). */
export async function loadBox(db: Database, person: PersonId): Promise<Box> {
  const row = await db
    .selectFrom("vault")
    .select(["version", "box"])
    .where("person", "=", person)
    .executeTakeFirst();
  return row ?? { version: 0, box: null };
}

/** Puts a box in the place of `version`, and returns its own; null where that is not the latest. */
export async function replaceBox(
  db: Database,
  { person, version, box }: { person: PersonId; version: number; box: Uint8Array },
): Promise<number | null> {
  return await db.transaction().execute(async (trx) => {
    if ((await loadBox(trx, person)).version !== version) return null;
    const next = version + 1;
    if (version === 0) {
      await trx.insertInto("vault").values({ person, version: next, box }).execute();
    } else {
      await trx
        .updateTable("vault")
        .set({ version: next, box })
        .where("person", "=", person)
        .execute();
    }
    return next;
  });
}
