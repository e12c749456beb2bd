import type {
  Account,
  NewPasskey,
  PasskeyAnswer,
  PasskeyOptions,
} from "@concord/domain/accounts/account";
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import type { Clock } from "@concord/sync/ports";
import * as v from "valibot";

import { Refusal } from "../http/problem.ts";
import type { Database } from "../store/database.ts";
import { dayOf } from "./log.ts";
import { challengeMs, rememberChallenge, takeChallenge } from "./passkey-challenges.ts";
import type { RelyingParty } from "./relying-party.ts";
import type { SignedIn } from "./session.ts";

export interface PasskeyContext {
  readonly db: Database;
  readonly clock: Clock;
  /** Null where this server's address can have no passkeys. */
  readonly party: RelyingParty | null;
}

/** So many one account can have: they all go to the browser when one more is made. */
const most = 20;

/** EdDSA, ES256 and RS256: between them, every authenticator there is. */
const algorithms = [-8, -7, -257];

function partyOf({ party }: PasskeyContext): RelyingParty {
  if (!party) throw new Refusal("no-passkeys-here");
  return party;
}

const rowsOf = (db: Database, person: string) =>
  db.selectFrom("passkey").selectAll().where("person", "=", person).orderBy("created_at").execute();

export async function passkeysOf(db: Database, person: string): Promise<Account["passkeys"]> {
  const rows = await rowsOf(db, person);
  return rows.map(({ id, name, created_at }) => ({ id, name, addedOn: dayOf(created_at) }));
}

const Transports = v.array(v.string());
const descriptorOf = ({ id, transports }: { id: string; transports: string }) => ({
  id,
  transports: v.parse(Transports, JSON.parse(transports)),
});

/** What a browser is to make a passkey by: one that knows its owner by itself, and asks who it is. */
export async function askForNewPasskey(
  on: PasskeyContext,
  { person }: SignedIn,
): Promise<PasskeyOptions> {
  const { id } = partyOf(on);
  const known = await rowsOf(on.db, person.id);
  if (known.length >= most) throw new Refusal("too-many", "so many passkeys are there already");
  const options = await generateRegistrationOptions({
    rpName: "Concord",
    rpID: id,
    userName: person.email,
    userDisplayName: person.name,
    userID: new Uint8Array(Buffer.from(person.id)),
    timeout: challengeMs,
    supportedAlgorithmIDs: algorithms,
    excludeCredentials: known.map(descriptorOf),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  const asked = { person: person.id, purpose: "add", now: on.clock.now() } as const;
  await rememberChallenge(on.db, options.challenge, asked);
  return { ...options };
}

export async function addPasskey(
  on: PasskeyContext,
  person: string,
  { name, passkey }: { readonly name: string; readonly passkey: NewPasskey },
): Promise<void> {
  const party = partyOf(on);
  const now = on.clock.now();
  const asked = { person, purpose: "add", now } as const;
  const made = await unlessBroken(
    verifyRegistrationResponse({
      response: { ...passkey, response: { ...passkey.response, transports: [] } },
      expectedChallenge: (challenge) => takeChallenge(on.db, challenge, asked),
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      supportedAlgorithmIDs: algorithms,
    }),
  );
  if (!made?.verified) throw new Refusal("passkey-refused");
  const { id, publicKey, counter } = made.registrationInfo.credential;
  const row = {
    id,
    person,
    name,
    public_key: publicKey,
    counter,
    transports: JSON.stringify(passkey.response.transports ?? []),
    created_at: now,
  };
  const { numInsertedOrUpdatedRows: added } = await on.db
    .insertInto("passkey")
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (added !== 1n) throw new Refusal("passkey-refused");
}

/** What a browser is to sign: with any passkey of this server, or of one person. */
export async function askForPasskey(
  on: PasskeyContext,
  person: string | null,
): Promise<PasskeyOptions> {
  const { id } = partyOf(on);
  const known = person === null ? [] : await rowsOf(on.db, person);
  const options = await generateAuthenticationOptions({
    rpID: id,
    timeout: challengeMs,
    userVerification: "required",
    allowCredentials: known.map(descriptorOf),
  });
  const purpose = person === null ? "sign-in" : "confirm";
  await rememberChallenge(on.db, options.challenge, { person, purpose, now: on.clock.now() });
  return { ...options };
}

/**
 * Whose passkey answered, or null: an unknown one, a broken answer and somebody else's are all the
 * same. `person`: who alone may have answered.
 */
export async function personOfPasskey(
  on: PasskeyContext,
  answer: PasskeyAnswer,
  person: string | null,
): Promise<string | null> {
  const party = partyOf(on);
  const row = await on.db
    .selectFrom("passkey")
    .selectAll()
    .where("id", "=", answer.id)
    .executeTakeFirst();
  if (!row || (person !== null && row.person !== person)) return null;
  const { clientDataJSON, authenticatorData, signature } = answer.response;
  const purpose = person === null ? "sign-in" : "confirm";
  const asked = { person, purpose, now: on.clock.now() } as const;
  const verified = await unlessBroken(
    verifyAuthenticationResponse({
      response: { ...answer, response: { clientDataJSON, authenticatorData, signature } },
      expectedChallenge: (challenge) => takeChallenge(on.db, challenge, asked),
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      credential: {
        id: row.id,
        publicKey: new Uint8Array(row.public_key),
        counter: row.counter,
      },
    }),
  );
  if (!verified?.verified) return null;
  const counter = verified.authenticationInfo.newCounter;
  await on.db.updateTable("passkey").set({ counter }).where("id", "=", row.id).execute();
  return row.person;
}

/** What the library says of bytes that make no sense is no failure of ours. */
const unlessBroken = async <T>(verifying: Promise<T>): Promise<T | null> =>
  await verifying.catch(() => null);

export async function renamePasskey(
  db: Database,
  passkey: { readonly id: string; readonly person: string; readonly name: string },
): Promise<boolean> {
  const { id, person, name } = passkey;
  const { numUpdatedRows } = await db
    .updateTable("passkey")
    .set({ name })
    .where("id", "=", id)
    .where("person", "=", person)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
