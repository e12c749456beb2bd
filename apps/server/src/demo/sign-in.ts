import { randomBytes } from "node:crypto";

import type { SpaceId } from "@concord/domain/ids";
import { Hono } from "hono";

import type { Env } from "../http/env.ts";
import { noSuchPage } from "../http/problem.ts";
import type { Services } from "../services.ts";
import type { DemoPerson } from "./couple.ts";

/** Links that sign straight in, while the demonstration lives. */
export interface SignInLinks {
  readonly routes: (services: Services) => Hono<Env>;
  /** A new link's path. */
  open(person: DemoPerson, space: SpaceId): string;
}

/** No other way of starting the server composes these routes. */
export function makeSignInLinks(): SignInLinks {
  const links = new Map<string, { readonly person: DemoPerson; readonly space: SpaceId }>();
  return {
    open(person, space) {
      const token = randomBytes(16).toString("base64url");
      links.set(token, { person, space });
      return `/demo/sign-in/${token}`;
    },
    routes: ({ auth }) =>
      new Hono<Env>().get("/demo/sign-in/:token", async (c) => {
        const link = links.get(c.req.param("token"));
        if (!link) return noSuchPage();
        const { email, password } = link.person;
        const signedIn = await auth.api.signInEmail({
          body: { email, password },
          returnHeaders: true,
        });
        for (const cookie of signedIn.headers.getSetCookie())
          c.header("set-cookie", cookie, { append: true });
        c.header("cache-control", "no-store");
        return c.redirect(`/space/${link.space}`);
      }),
  };
}
