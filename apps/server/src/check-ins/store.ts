import { AnswerCheckIn, type Scales } from "@concord/domain/check-ins/schema";
import type { CheckInAnswer } from "@concord/domain/check-ins/declared";
import { type Day, Day as DaySchema } from "@concord/domain/dates";
import { EntryId, type PersonId, type SpaceId } from "@concord/domain/ids";
import * as v from "valibot";

import type { Database } from "../store/database.ts";

/**
 * What anybody may be told before all are in: everything here is read for one person, `me`, and
 * touches no answer but theirs. Only `seal.ts` ever reads the other's.
 */
export interface CheckInRecord {
  readonly id: EntryId;
  readonly day: Day;
  readonly lapsesAt: number;
  readonly isRevealed: boolean;
  /** Whose it is: both partners, or the one who was alone. */
  readonly people: number;
  /** What `me` has sealed in it. */
  readonly mine: AnswerCheckIn | null;
}

/** Whose eyes: one person in one space. */
export interface Seen {
  readonly space: SpaceId;
  readonly me: PersonId;
}

/** The check-ins that are this person's, the latest first. */
export async function checkInsOf(db: Database, seen: Seen): Promise<readonly CheckInRecord[]> {
  const rows = await recordsOf(db, seen).orderBy("c.opened_at", "desc").orderBy("c.id").execute();
  return rows.map(recordOf);
}

/** One of this person's check-ins; null where it is none of theirs. */
export async function findCheckIn(
  db: Database,
  { id, ...seen }: Seen & { readonly id: string },
): Promise<CheckInRecord | null> {
  const row = await recordsOf(db, seen).where("c.id", "=", id).executeTakeFirst();
  return row ? recordOf(row) : null;
}

const recordsOf = (db: Database, { space, me }: Seen) =>
  db
    .selectFrom("check_in as c")
    .innerJoin("check_in_person as p", (join) =>
      join.onRef("p.check_in", "=", "c.id").on("p.person", "=", me),
    )
    .leftJoin("sealed_answer as a", (join) =>
      join.onRef("a.check_in", "=", "c.id").on("a.person", "=", me),
    )
    .where("c.space", "=", space)
    .select((eb) => [
      "c.id",
      "c.opened_at",
      "c.lapses_at",
      "c.revealed_at",
      "a.body",
      eb
        .selectFrom("check_in_person as all")
        .whereRef("all.check_in", "=", "c.id")
        .select(eb.fn.countAll<number>().as("people"))
        .as("people"),
    ]);

const recordOf = (row: {
  readonly id: string;
  readonly opened_at: number;
  readonly lapses_at: number;
  readonly revealed_at: number | null;
  readonly people: number | null;
  readonly body: string | null;
}): CheckInRecord => ({
  id: v.parse(EntryId, row.id),
  day: dayOf(row.opened_at),
  lapsesAt: row.lapses_at,
  isRevealed: row.revealed_at !== null,
  people: row.people ?? 0,
  mine: row.body === null ? null : answerIn(row.body),
});

export const dayOf = (ms: number): Day =>
  v.parse(DaySchema, new Date(ms).toISOString().slice(0, 10));

export const answerIn = (json: string): AnswerCheckIn => v.parse(AnswerCheckIn, JSON.parse(json));

/** Puts a new check-in there. To be called in the transaction that has found none open. */
export async function addCheckIn(
  trx: Database,
  opened: {
    readonly id: EntryId;
    readonly space: SpaceId;
    readonly people: readonly PersonId[];
    readonly now: number;
    readonly lapsesAt: number;
  },
): Promise<void> {
  const { id, space, people, now, lapsesAt } = opened;
  await trx
    .insertInto("check_in")
    .values({ id, space, opened_at: now, lapses_at: lapsesAt, revealed_at: null })
    .execute();
  await trx
    .insertInto("check_in_person")
    .values(people.map((person) => ({ check_in: id, person })))
    .execute();
}

export interface OwnAnswer {
  readonly day: Day;
  readonly answer: CheckInAnswer;
  readonly lines: Scales;
}

/** All that one person has answered in a space, the earliest first. */
export async function answersOf(db: Database, { space, me }: Seen): Promise<readonly OwnAnswer[]> {
  const rows = await db
    .selectFrom("sealed_answer as a")
    .innerJoin("check_in as c", "c.id", "a.check_in")
    .where("c.space", "=", space)
    .where("a.person", "=", me)
    .orderBy("c.opened_at")
    .select(["c.opened_at", "a.body"])
    .execute();
  return rows.map(({ opened_at, body }) => ({ day: dayOf(opened_at), ...answerIn(body) }));
}
