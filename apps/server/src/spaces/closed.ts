import type { MiddlewareHandler } from "hono";

import { readSession } from "../accounts/session.ts";
import type { Env } from "../http/env.ts";
import { Refusal } from "../http/problem.ts";
import type { Services } from "../services.ts";
import { spaceFor } from "./standing.ts";

/** What adds or changes something. Taking back one's own (DELETE) and reading stay (S5, S16). */
const adding = new Set(["POST", "PUT", "PATCH"]);

/**
 * Refuses with `space-closed` whatever would add to a closed space, whichever feature's route it
 * is: one place, so that none can forget it. Strangers are answered as if there were no space.
 */
export const refuseWhereClosed =
  ({ db, auth, clock }: Services): MiddlewareHandler<Env> =>
  async (c, next) => {
    const id = c.req.param("space") ?? "";
    if (!adding.has(c.req.method) || c.req.path.endsWith("/leave")) return await next();
    const row = await db
      .selectFrom("space")
      .select("closed")
      .where("id", "=", id)
      .executeTakeFirst();
    if (row?.closed !== 1) return await next();
    const found = await readSession(auth, c.req.raw.headers);
    if (!found) throw new Refusal("signed-out");
    await spaceFor(db, { space: id, person: found.signedIn.person.id, now: clock.now() });
    throw new Refusal("space-closed");
  };
