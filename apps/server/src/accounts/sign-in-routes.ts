import {
  Credentials,
  PasskeyAnswer,
  PasskeyOptions,
  RecoverySignIn,
} from "@concord/domain/accounts/account";
import { Hono } from "hono";
import * as v from "valibot";

import { describe } from "../http/describe.ts";
import type { Env } from "../http/env.ts";
import { makeLimiter, peerOf } from "../http/limits.ts";
import { parsed } from "../http/validate.ts";
import type { Services } from "../services.ts";
import { askForPasskey } from "./passkeys.ts";
import { makeSignIn } from "./sign-in.ts";

export const SignedInBody = v.object({ user: v.object({ id: v.string(), name: v.string() }) });

/** All ways in, each limited by the address it comes from and, where one is named, by account. */
export function signInRoutes(services: Services) {
  const peer = peerOf(services.addressOf);
  const attempts = makeLimiter(600, 600);
  const attemptsOnOne = makeLimiter(20, 300);
  const signIn = makeSignIn(services);
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
        await attempts.count(peer(c));
        const credentials = c.req.valid("json");
        // By address and account together: nobody locks another out of their account (S3).
        await attemptsOnOne.count(`${peer(c)} ${credentials.email}`);
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
        await attempts.count(peer(c));
        const { email, code } = c.req.valid("json");
        await attemptsOnOne.count(`${peer(c)} ${email}`);
        return await signIn.withRecoveryCode(email, code);
      },
    )
    .post(
      "/api/auth/sign-in/passkey/options",
      describe({
        summary: "What a browser is to sign with a passkey; the answer names nobody",
        answer: [200, PasskeyOptions],
        refusals: ["no-passkeys-here", "too-many"],
      }),
      async (c) => {
        await attempts.count(peer(c));
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
        await attempts.count(peer(c));
        const answer = c.req.valid("json");
        await attemptsOnOne.count(`${peer(c)} ${answer.id}`);
        return await signIn.withPasskey(answer);
      },
    );
}
