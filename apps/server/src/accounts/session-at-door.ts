import { createHmac, timingSafeEqual } from "node:crypto";

import { PersonId } from "@concord/domain/ids";
import type { Clock } from "@concord/sync/ports";
import { parseCookies } from "better-auth/cookies";
import * as v from "valibot";

import type { Database } from "../store/database.ts";
import type { Auth } from "./auth.ts";
import type { SignedIn } from "./session.ts";

/** Gives who sends a `Cookie` header, or null. It prolongs nothing. */
export type SessionAtDoor = (cookies: string) => Promise<SignedIn | null>;

/**
 * Reads a session as better-auth would, in one prepared query: after a restart everybody comes to
 * the documents' door at once, and asking it takes several times as long as all the rest.
 */
export async function makeSessionAtDoor(on: {
  readonly auth: Auth;
  readonly db: Database;
  readonly clock: Clock;
}): Promise<SessionAtDoor> {
  const { secret, authCookies } = await on.auth.$context;
  const { name } = authCookies.sessionToken;
  // Compiled once: the text of the query is the same for all.
  const query = on.db
    .selectFrom("session")
    .innerJoin("user", "user.id", "session.userId")
    .select(["session.id as session", "session.expiresAt", "user.id", "user.name", "user.email"])
    .where("session.token", "=", "");
  const compiled = query.compile();
  const asking = (token: string): typeof compiled => ({ ...compiled, parameters: [token] });
  return async (cookies) => {
    const token = verified(parseCookies(cookies).get(name), secret);
    if (token === null) return null;
    const { rows } = await on.db.executeQuery(asking(token));
    const [row] = rows;
    if (!row) return null;
    const expiresAt = new Date(row.expiresAt).getTime();
    if (!(on.clock.now() < expiresAt)) return null;
    const person = { id: v.parse(PersonId, row.id), name: row.name, email: row.email };
    return { person, session: { id: row.session, expiresAt } };
  };
}

/** The token in `token.signature`, if it was signed here (HMAC-SHA-256, base64). */
function verified(cookie: string | undefined, secret: string): string | null {
  const value = cookie ?? "";
  const dot = value.lastIndexOf(".");
  if (dot < 1) return null;
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1));
  const right = Buffer.from(createHmac("sha256", secret).update(token).digest("base64"));
  return given.length === right.length && timingSafeEqual(given, right) ? token : null;
}
