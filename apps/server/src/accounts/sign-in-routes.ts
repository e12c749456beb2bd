import {
  Credentials,
  PasskeyAnswer,
  PasskeyOptions,
  RecoverySignIn,
} from "@concord/domain/accounts/account";
import { type Context, Hono } from "hono";
import * as v from "valibot";

import { describe } from "../http/describe.ts";
import type { Env } from "../http/env.ts";
import { makeLimiter, peerOf } from "../http/limits.ts";
import { parsed } from "../http/validate.ts";
import type { Services } from "../services.ts";
import { askForPasskey } from "./passkeys.ts";
import { makeSignIn, type SignIn } from "./sign-in.ts";

export const SignedInBody = v.object({ user: v.object({ id: v.string(), name: v.string() }) });

/** All ways in, each limited by the address it comes from and, where one is named, by account. */
export function signInRoutes(services: Services) {
  const peer = peerOf(services.addressOf);
  const attempts = makeLimiter(600, 600);
  const attemptsOnOne = makeLimiter(20, 300);
  const signIn = makeSignIn(services);
  const count: Count = async (c, account) => {
    await attempts.count(peer(c));
    // By address and account together: nobody locks another out of their account (S3).
    if (account !== null) await attemptsOnOne.count(`${peer(c)} ${account}`);
  };
  return new Hono<Env>()
    .route("/", typedRoutes(signIn, count))
    .route("/", passkeyRoutes(services, signIn, count));
}

/** Counts a try, for the account where it names one. */
type Count = (c: Context<Env>, account: string | null) => Promise<void>;

/** What is typed: a password, a code. */
function typedRoutes(signIn: SignIn, count: Count) {
  return new Hono<Env>()
    .post(
      "/api/auth/sign-in/email",
      describe({
        summary: "Sign in by password, with a code where the account asks for a second factor",
        body: Credentials,
        answer: [200, SignedInBody],
        refusals: [
          "bad-request",
          "wrong-credentials",
          "second-factor-required",
          "wrong-code",
          "too-many",
        ],
      }),
      parsed("json", Credentials),
      async (c) => {
        const credentials = c.req.valid("json");
        await count(c, credentials.email);
        return await signIn.withPassword(credentials);
      },
    )
    .post(
      "/api/auth/sign-in/recovery",
      describe({
        summary: "Sign in by a recovery code, to an account that has no password",
        body: RecoverySignIn,
        answer: [200, SignedInBody],
        refusals: ["bad-request", "wrong-code", "too-many"],
      }),
      parsed("json", RecoverySignIn),
      async (c) => {
        const { email, code } = c.req.valid("json");
        await count(c, email);
        return await signIn.withRecoveryCode(email, code);
      },
    );
}

function passkeyRoutes(services: Services, signIn: SignIn, count: Count) {
  return new Hono<Env>()
    .post(
      "/api/auth/sign-in/passkey/options",
      describe({
        summary: "What a browser is to sign with a passkey; the answer names nobody",
        answer: [200, PasskeyOptions],
        refusals: ["no-passkeys-here", "too-many"],
      }),
      async (c) => {
        await count(c, null);
        return c.json(await askForPasskey(services, null));
      },
    )
    .post(
      "/api/auth/sign-in/passkey",
      describe({
        summary: "Sign in by a passkey",
        body: PasskeyAnswer,
        answer: [200, SignedInBody],
        refusals: ["bad-request", "passkey-refused", "no-passkeys-here", "too-many"],
      }),
      parsed("json", PasskeyAnswer),
      async (c) => {
        const answer = c.req.valid("json");
        await count(c, answer.id);
        return await signIn.withPasskey(answer);
      },
    );
}
