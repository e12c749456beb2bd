import type { BetterAuthPlugin } from "better-auth";
import { createAuthEndpoint } from "better-auth/api";
import { deleteSessionCookie, setSessionCookie } from "better-auth/cookies";
import * as v from "valibot";

/**
 * A session for somebody whom we have recognised ourselves, and the end of a browser's cookie. Both
 * have no address: nobody reaches them but through our own routes.
 */
export const openingSessions = {
  id: "concord-opening",
  endpoints: {
    openSession: createAuthEndpoint.serverOnly(
      { method: "POST", body: v.object({ person: v.string() }) },
      async (ctx) => {
        const { internalAdapter } = ctx.context;
        const user = await internalAdapter.findUserById(ctx.body.person);
        if (!user) throw new Error("a session for nobody");
        // Always a new one: no cookie that was there before becomes somebody's (session fixation).
        const session = await internalAdapter.createSession(user.id);
        await setSessionCookie(ctx, { session, user });
        return ctx.json({ user: { id: user.id, name: user.name } });
      },
    ),
    forgetCookie: createAuthEndpoint.serverOnly({ method: "POST" }, async (ctx) => {
      deleteSessionCookie(ctx);
      return ctx.json({});
    }),
  },
} satisfies BetterAuthPlugin;
