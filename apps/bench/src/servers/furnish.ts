import type { Services } from "@concord/server/services";

import { spaceOf } from "../wire/dialect.ts";

const people = ["Maya", "Jonas", "Ines"] as const;
const password = "only for as long as it is measured";
const day = 24 * 60 * 60 * 1000;

/**
 * Two partners and an observer, at home in every space of the load, and a cookie for each. Three
 * passwords are hashed, however many connections they will have.
 */
export async function furnish(services: Services, spaces: number): Promise<readonly string[]> {
  const { auth, db } = services;
  const found = await db.selectFrom("user").select("id").execute();
  if (found.length === 0) {
    const ids: string[] = [];
    for (const name of people) {
      const { user } = await auth.api.signUpEmail({ body: { name, email: email(name), password } });
      ids.push(user.id);
    }
    await addSpaces(services, ids, spaces);
  }
  return await Promise.all(people.map((name) => signIn(services, name)));
}

const email = (name: string): string => `${name.toLowerCase()}@bench.invalid`;

async function signIn({ auth }: Services, name: string): Promise<string> {
  const body = { email: email(name), password };
  const { headers } = await auth.api.signInEmail({ body, returnHeaders: true });
  return headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

/** Written in one transaction: the way people take would be thousands. */
async function addSpaces(
  { db, clock }: Services,
  [maya = "", jonas = "", ines = ""]: readonly string[],
  count: number,
): Promise<void> {
  const now = clock.now();
  await db.transaction().execute(async (trx) => {
    for (let i = 0; i < count; i += 1) {
      const space = spaceOf(i);
      const grant = `grant-${space}`;
      const partners = [maya, jonas].map((person, seat) => ({
        space,
        person,
        seat: seat + 1,
        joined_at: now,
      }));
      const consents = [maya, jonas].map((person) => ({
        grant_id: grant,
        person,
        given_at: now,
      }));
      await trx.insertInto("space").values({ id: space, name: space, created_at: now }).execute();
      await trx.insertInto("partner").values(partners).execute();
      await trx
        .insertInto("observer_grant")
        .values({
          id: grant,
          space,
          code_hash: grant,
          rooms: JSON.stringify(["needs"]),
          until: now + day,
          created_at: now,
          observer: ines,
          revoked_at: null,
        })
        .execute();
      await trx.insertInto("grant_consent").values(consents).execute();
    }
  });
}
