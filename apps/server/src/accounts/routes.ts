import { Me, Operator, SignUp } from "@concord/domain/accounts/schema";
import { Hono } from "hono";
import * as v from "valibot";

import { describe } from "../http/describe.ts";
import type { Env } from "../http/env.ts";
import { makeLimiter, peerOf } from "../http/limits.ts";
import { Refusal } from "../http/problem.ts";
import type { Services } from "../services.ts";
import { ownAccountRoutes } from "./account-routes.ts";
import { makeConfirm } from "./confirm.ts";
import { forward, requestOf } from "./forward.ts";
import { meOf } from "./me.ts";
import { requireSession } from "./session.ts";
import { SignedInBody, signInRoutes } from "./sign-in-routes.ts";
import { signUp } from "./sign-up.ts";
import { waysInRoutes } from "./ways-in-routes.ts";

export function accountRoutes(services: Services) {
  const { auth, db, clock, operator, historyDays } = services;
  const confirm = makeConfirm(services);
  return new Hono<Env>()
    .route("/", authRoutes(services))
    .route("/", signInRoutes(services))
    .route("/", ownAccountRoutes(services, confirm))
    .route("/", waysInRoutes(services, confirm))
    .get(
      "/api/me",
      describe({
        summary: "Who is signed in, their spaces, and the spaces they observe",
        answer: [200, Me],
        refusals: ["signed-out"],
      }),
      requireSession(auth),
      async (c) => c.json(await meOf(db, c.var.signedIn.person, clock.now())),
    )
    .get(
      "/api/operator",
      describe({
        summary: "Who runs this server, and for how many days it keeps what was deleted",
        answer: [200, Operator],
        refusals: [],
      }),
      (c) => c.json({ ...operator, historyDays }),
    );
}

/**
 * The routes of better-auth that the workspace uses, each by name. What it could do beyond them
 * stays shut until a feature needs it and tests it.
 */
function authRoutes({ auth, db, clock, addressOf }: Services) {
  const peer = peerOf(addressOf);
  const signUps = makeLimiter(300, 600);
  const taken = makeLimiter(10, 3600);
  return new Hono<Env>()
    .post(
      "/api/auth/sign-up/email",
      describe({
        summary: "Sign up, stating consent and being an adult, and be signed in",
        body: SignUp,
        answer: [200, SignedInBody],
        refusals: ["bad-request", "consent-required", "email-taken", "weak-password", "too-many"],
      }),
      async (c) => {
        await signUps.count(peer(c));
        await taken.check(peer(c));
        try {
          return await signUp({ auth, db, now: clock.now() }, c.req.raw);
        } catch (error) {
          // Told so, they know of an account: see `sign-up.ts`.
          if (error instanceof Refusal && error.code === "email-taken") await taken.count(peer(c));
          throw error;
        }
      },
    )
    .post(
      "/api/auth/sign-out",
      describe({
        summary: "Sign out; everything open in this session ends",
        answer: [200, v.object({ success: v.boolean() })],
        refusals: ["bad-origin"],
      }),
      // Whatever the body: leaving asks for nothing but the cookie.
      async (c) => {
        const asked = requestOf(c.req.url, {}, c.req.header("cookie"));
        return await forward(auth, asked, "signed-out");
      },
    );
}
