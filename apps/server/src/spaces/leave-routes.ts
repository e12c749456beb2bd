import { Hono } from "hono";

import { requireSession } from "../accounts/session.ts";
import { describe } from "../http/describe.ts";
import type { Env } from "../http/env.ts";
import type { Services } from "../services.ts";
import { leaveSpace } from "./leaving.ts";
import { spaceForPartner } from "./standing.ts";

/** Leaving asks nobody, and tells nobody but those it ends something for (S5, S16). */
export function leaveRoutes({ db, auth, access, clock }: Services) {
  return new Hono<Env>().post(
    "/api/spaces/:space/leave",
    describe({
      params: ["space"],
      summary: "Leave a space, alone and at once; it closes, and nobody is told",
      answer: [204],
      refusals: ["signed-out", "no-such-space", "not-a-partner"],
    }),
    requireSession(auth),
    async (c) => {
      const person = c.var.signedIn.person.id;
      const at = { space: c.req.param("space"), person, now: clock.now() };
      const space = await spaceForPartner(db, at);
      const observers = space.grants.flatMap(({ observer }) => observer ?? []);
      await leaveSpace(db, { space: space.id, person });
      // Their own other pages, and the observers', are to close.
      await access.left(space.id, [person, ...observers]);
      return c.body(null, 204);
    },
  );
}
