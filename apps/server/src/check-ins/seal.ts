import type { AnswerCheckIn } from "@concord/domain/check-ins/schema";
import { type EntryId, newDeclarationId, PersonId, type SpaceId } from "@concord/domain/ids";
import { subjectOfCheckIn } from "@concord/domain/ledger/subjects";
import * as v from "valibot";

import { Refusal } from "../http/problem.ts";
import { addDeclaration } from "../ledger/store.ts";
import type { SpaceRecord } from "../spaces/store.ts";
import type { Database } from "../store/database.ts";
import { answerIn, type CheckInRecord, findCheckIn } from "./store.ts";

/** An answer on its way under its seal. */
export interface Sealing {
  readonly space: SpaceRecord;
  readonly id: string;
  readonly me: PersonId;
  readonly body: AnswerCheckIn;
  readonly now: number;
}

/**
 * Seals one's answer; where everybody's is in by that, reveals them, all in one transaction: the
 * ledger has both or neither. Whatever refuses depends on the one who answers alone: not until
 * their own answer is in is anybody else's looked for.
 */
export function sealAnswer(db: Database, sealing: Sealing): Promise<CheckInRecord> {
  return db.transaction().execute(async (trx) => {
    const { space, id, me, body, now } = sealing;
    const seen = { space: space.id, me, id };
    const checkIn = await findCheckIn(trx, seen);
    if (!checkIn) throw new Refusal("no-such-entry");
    if (checkIn.mine) throw new Refusal("already-answered");
    if (now >= checkIn.lapsesAt) throw new Refusal("check-in-over");
    await trx
      .insertInto("sealed_answer")
      .values({ check_in: checkIn.id, person: me, body: JSON.stringify(body), answered_at: now })
      .execute();
    const isRevealed = await revealIfComplete(trx, { space, checkIn, now });
    return { ...checkIn, mine: body, isRevealed };
  });
}

interface Revealing {
  readonly space: SpaceRecord;
  readonly checkIn: CheckInRecord;
  readonly now: number;
}

async function revealIfComplete(
  trx: Database,
  { space, checkIn, now }: Revealing,
): Promise<boolean> {
  const answers = await trx
    .selectFrom("sealed_answer")
    .select(["person", "body"])
    .where("check_in", "=", checkIn.id)
    .execute();
  if (answers.length < checkIn.people) return false;
  await trx
    .updateTable("check_in")
    .set({ revealed_at: now })
    .where("id", "=", checkIn.id)
    .execute();
  // Whoever was alone has written notes of their own: the ledger is read by whoever joins later.
  if (checkIn.people < 2) return true;
  for (const { person, body } of bySeat(space, answers))
    await declare(trx, { space: space.id, id: checkIn.id, person, body, now });
  return true;
}

/** By their places, so that the ledger doesn't keep who was the first to answer. */
function bySeat<Row extends { readonly person: string }>(
  { partners }: SpaceRecord,
  rows: readonly Row[],
): readonly Row[] {
  const seatOf = ({ person }: Row) => partners.find(({ id }) => id === person)?.seat ?? 0;
  return rows.toSorted((a, b) => seatOf(a) - seatOf(b));
}

async function declare(
  trx: Database,
  sealed: { space: SpaceId; id: EntryId; person: string; body: string; now: number },
): Promise<void> {
  const { space, id, now } = sealed;
  await addDeclaration(trx, {
    id: newDeclarationId(),
    space,
    author: v.parse(PersonId, sealed.person),
    kind: "check-in-answer",
    subject: subjectOfCheckIn(id),
    // The scales are not in it: they are nobody's but their writer's.
    body: answerIn(sealed.body).answer,
    now,
  });
}
