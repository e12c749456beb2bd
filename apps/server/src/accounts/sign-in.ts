import type { Credentials, PasskeyAnswer } from "@concord/domain/accounts/account";
import type * as v from "valibot";

import { makeLimiter } from "../http/limits.ts";
import { Refusal } from "../http/problem.ts";
import type { Services } from "../services.ts";
import { noteAccount } from "./log.ts";
import { personOfPasskey } from "./passkeys.ts";
import { hasPassword, isPasswordOf } from "./password.ts";
import { takeRecoveryCode } from "./recovery-codes.ts";
import { hasSecondFactor, takeAppCode } from "./second-factor.ts";
import { personByEmail } from "./store.ts";

type SignInEvent = "signed-in" | "signed-in-with-passkey" | "signed-in-with-recovery-code";

/** How somebody is let in. Each either gives a new session's answer, or refuses. */
export interface SignIn {
  withPassword(credentials: v.InferOutput<typeof Credentials>): Promise<Response>;
  withPasskey(answer: PasskeyAnswer): Promise<Response>;
  withRecoveryCode(email: string, code: string): Promise<Response>;
}

/** Recovery codes have 20 signs, an app's codes 6. */
const isAppCode = (code: string): boolean => code.replaceAll(/[\s-]/g, "").length <= 8;

/**
 * Whoever has no account, a wrong password, or none at all gets the same answer after the same
 * work, and whether there is a second factor is told to nobody who hasn't the password: the answers
 * tell nothing of who has an account. (Sign-up must tell; see `sign-up.ts`.)
 */
export function makeSignIn(services: Services): SignIn {
  const { db, clock } = services;
  // For the account, wherever they come from: six digits are soon guessed by many. Recovery codes
  // are too long for that, and passkeys aren't guessed: these stay open, so that nobody who tries
  // codes shuts an account for its owner (S3).
  const wrongAppCodes = makeLimiter(30, 3600);

  async function open(person: string, event: SignInEvent): Promise<Response> {
    await noteAccount(db, { person, event, now: clock.now() });
    return await openSession(services, person);
  }

  async function checkSecondFactor(person: string, code: string | undefined): Promise<SignInEvent> {
    if (!(await hasSecondFactor(db, person))) return "signed-in";
    if (code === undefined) throw new Refusal("second-factor-required");
    if (isAppCode(code)) {
      await wrongAppCodes.check(person);
      if (await takeAppCode(services, person, code)) return "signed-in";
      await wrongAppCodes.count(person);
    } else if (await takeRecoveryCode(db, person, code)) {
      return "signed-in-with-recovery-code";
    }
    await noteAccount(db, { person, event: "second-factor-failed", now: clock.now() });
    throw new Refusal("wrong-code");
  }

  return {
    async withPassword({ email, password, code }) {
      const person = await personByEmail(db, email);
      const isRight = await isPasswordOf(services, person, password);
      if (!isRight || person === null) throw new Refusal("wrong-credentials");
      return await open(person, await checkSecondFactor(person, code));
    },
    async withPasskey(answer) {
      const person = await personOfPasskey(services, answer, null);
      if (person === null) throw new Refusal("passkey-refused");
      return await open(person, "signed-in-with-passkey");
    },
    async withRecoveryCode(email, code) {
      const person = await personByEmail(db, email);
      // Where there is a password, a code on paper stands beside it and never in its place.
      const mayUse = person !== null && !(await hasPassword(db, person));
      const isRight = await takeRecoveryCode(db, mayUse ? person : null, code);
      if (!isRight || person === null) throw new Refusal("wrong-code");
      return await open(person, "signed-in-with-recovery-code");
    },
  };
}

/** Answers with a new session's cookie and whose it is. */
async function openSession({ auth }: Services, person: string): Promise<Response> {
  const answer = await auth.api.openSession({ body: { person }, asResponse: true });
  answer.headers.set("cache-control", "no-store");
  return answer;
}
