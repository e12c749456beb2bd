import { Hono } from "hono";
import { sql } from "kysely";
import * as v from "valibot";

import { describe } from "../http/describe.ts";
import type { Env } from "../http/env.ts";
import { Refusal } from "../http/problem.ts";
import type { Services } from "../services.ts";

/** A room that no name of ours can be, so that reading it reads nobody's words. */
const probe = "health";

export function healthRoutes({ db, roomLog, log }: Services) {
  return new Hono<Env>().get(
    "/healthz",
    describe({
      summary: "Whether accounts and documents can be read",
      answer: [200, v.object({ status: v.literal("ok") })],
      refusals: ["not-now"],
    }),
    async (c) => {
      try {
        await Promise.all([sql`select 1`.execute(db), roomLog.load(probe)]);
      } catch (error) {
        log.error({ error: String(error) }, "not healthy");
        throw new Refusal("not-now");
      }
      return c.json({ status: "ok" as const });
    },
  );
}
