import { randomBytes } from "node:crypto";

import { newGrantId, newSpaceId, PersonId, type SpaceId } from "@concord/domain/ids";
import type { RoomPath } from "@concord/domain/rooms";
import * as v from "valibot";

import { recordConsents } from "../accounts/store.ts";
import { acceptGrant, addConsent, addGrant } from "../observers/store.ts";
import { newCode } from "../secret-code.ts";
import type { Services } from "../services.ts";
import { acceptInvitation, addInvitation } from "../spaces/invitations.ts";
import { createSpace } from "../spaces/store.ts";

/** Somebody of the demonstration; the password is known to nobody, and gone with the process. */
export interface DemoPerson {
  readonly id: PersonId;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export interface Couple {
  readonly maya: PersonId;
  readonly jonas: PersonId;
}

export async function makePerson(services: Services, name: string): Promise<DemoPerson> {
  const { auth, db, clock } = services;
  const email = `${name.toLowerCase().replaceAll(" ", ".")}@demo.invalid`;
  const password = randomBytes(24).toString("base64url");
  const { user } = await auth.api.signUpEmail({ body: { name, email, password } });
  await recordConsents(db, user.id, clock.now());
  return { id: v.parse(PersonId, user.id), name, email, password };
}

/** A space of two, by the way that everybody takes: an invitation that the other accepts. */
export async function makeSpace({ db, clock }: Services, couple: Couple): Promise<SpaceId> {
  const space = newSpaceId();
  const now = clock.now();
  const code = newCode();
  await createSpace(db, { id: space, name: "Maya & Jonas", creator: couple.maya, now });
  await addInvitation(db, { space, inviter: couple.maya, code, now });
  await acceptInvitation(db, { code, person: couple.jonas, now });
  return space;
}

export async function admitCounsellor(
  { db, clock }: Services,
  to: {
    readonly space: SpaceId;
    readonly couple: Couple;
    readonly counsellor: PersonId;
    readonly rooms: readonly RoomPath[];
  },
): Promise<void> {
  const { space, couple, counsellor, rooms } = to;
  const now = clock.now();
  const grant = { id: newGrantId(), space, creator: couple.maya, code: newCode(), rooms };
  await addGrant(db, { ...grant, until: now + 30 * 24 * 60 * 60 * 1000, now });
  await acceptGrant(db, { code: grant.code, person: counsellor, now });
  await addConsent(db, { grant: grant.id, person: couple.jonas, now });
}
