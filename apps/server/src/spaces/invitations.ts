import { type PersonId, SpaceId } from "@concord/domain/ids";
import * as v from "valibot";

import { Refusal } from "../http/problem.ts";
import { hashCode } from "../secret-code.ts";
import type { Database } from "../store/database.ts";
import { loadSpace, seatPartner } from "./store.ts";

const lifetime = 7 * 24 * 60 * 60 * 1000;
const mostOpen = 20;

/** Keeps an invitation, as a hash of its code, and returns when it ends. */
export async function addInvitation(
  db: Database,
  invitation: { space: SpaceId; inviter: PersonId; code: string; now: number },
): Promise<number> {
  const { space, inviter, code, now } = invitation;
  const expires = now + lifetime;
  await db.transaction().execute(async (trx) => {
    const open = await trx
      .selectFrom("invitation")
      .select("code_hash")
      .where("space", "=", space)
      .where("used_by", "is", null)
      .where("expires_at", ">", now)
      .execute();
    if (open.length >= mostOpen)
      throw new Refusal("too-many", "so many invitations are open already");
    await trx
      .insertInto("invitation")
      .values({ code_hash: hashCode(code), space, inviter, expires_at: expires, used_by: null })
      .execute();
  });
  return expires;
}

interface OpenInvitation {
  readonly space: SpaceId;
  readonly inviter: string;
  readonly expiresAt: number;
}

/** The invitation behind a code, or a refusal that says why it opens nothing any more. */
async function findInvitation(db: Database, code: string) {
  const row = await db
    .selectFrom("invitation")
    .innerJoin("user", "user.id", "invitation.inviter")
    .select(["invitation.space", "invitation.expires_at", "invitation.used_by", "user.name"])
    .where("code_hash", "=", hashCode(code))
    .executeTakeFirst();
  if (!row) throw new Refusal("invitation-invalid");
  return row;
}

export async function previewInvitation(
  db: Database,
  code: string,
  now: number,
): Promise<OpenInvitation> {
  const row = await findInvitation(db, code);
  const space = v.parse(SpaceId, row.space);
  if (row.used_by !== null) throw new Refusal("invitation-used");
  if (row.expires_at <= now) throw new Refusal("invitation-expired");
  const found = await loadSpace(db, space);
  // Made at the very moment in which the other left.
  if (!found || found.closed) throw new Refusal("invitation-invalid");
  if (found.partners.length >= 2) throw new Refusal("space-full");
  return { space, inviter: row.name, expiresAt: row.expires_at };
}

/**
 * Gives the second seat to whoever brings the code first. One transaction reads and takes, and
 * the table's primary key (space, seat) stands behind it.
 */
export async function acceptInvitation(
  db: Database,
  accept: { code: string; person: PersonId; now: number },
): Promise<SpaceId> {
  const { code, person, now } = accept;
  return await db.transaction().execute(async (trx) => {
    const { space: id } = await findInvitation(trx, code);
    const space = await loadSpace(trx, id);
    if (space?.partners.some((partner) => partner.id === person))
      throw new Refusal("already-partner");
    const invitation = await previewInvitation(trx, code, now);
    const taken = space?.partners[0]?.seat;
    await seatPartner(trx, {
      space: invitation.space,
      person,
      seat: taken === 1 ? 2 : 1,
      now,
    });
    await trx
      .updateTable("invitation")
      .set({ used_by: person })
      .where("code_hash", "=", hashCode(code))
      .execute();
    return invitation.space;
  });
}
