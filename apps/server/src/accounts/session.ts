import { PersonId } from "@concord/domain/ids";
import type { MiddlewareHandler } from "hono";
import * as v from "valibot";

import type { Env } from "../http/env.ts";
import { Refusal } from "../http/problem.ts";
import type { Auth } from "./auth.ts";

export interface SignedIn {
  readonly person: { readonly id: PersonId; readonly name: string; readonly email: string };
  /** `expiresAt` is ms since the epoch. */
  readonly session: { readonly id: string; readonly expiresAt: number };
}

/** Who sends these headers, and the cookie that prolongs their session where it is due. */
export async function readSession(
  auth: Auth,
  headers: Headers,
): Promise<{ signedIn: SignedIn; cookies: readonly string[] } | null> {
  const answer = await auth.api.getSession({ headers, returnHeaders: true });
  if (!answer.response) return null;
  const { user, session } = answer.response;
  return {
    signedIn: {
      person: { id: v.parse(PersonId, user.id), name: user.name, email: user.email },
      session: { id: session.id, expiresAt: session.expiresAt.getTime() },
    },
    cookies: answer.headers.getSetCookie(),
  };
}

/** Lets only signed-in people through; routes behind it find them in `c.var.signedIn`. */
export const requireSession =
  (auth: Auth): MiddlewareHandler<Env> =>
  async (c, next) => {
    const found = await readSession(auth, c.req.raw.headers);
    if (!found) throw new Refusal("signed-out");
    c.set("signedIn", found.signedIn);
    for (const cookie of found.cookies) c.header("set-cookie", cookie, { append: true });
    c.header("cache-control", "no-store");
    await next();
  };
