import type { Confirmation } from "@concord/domain/accounts/account";

import { makeLimiter } from "../http/limits.ts";
import { Refusal } from "../http/problem.ts";
import type { Database } from "../store/database.ts";
import type { Auth } from "./auth.ts";
import { type PasskeyContext, personOfPasskey } from "./passkeys.ts";
import { hasPassword, isPasswordOf } from "./password.ts";
import { takeRecoveryCode } from "./recovery-codes.ts";

/** Asks again who it is, before something that matters: a session alone may be somebody else's hand. */
export type Confirm = (who: {
  readonly person: string;
  readonly peer: string;
  readonly confirm: Confirmation;
}) => Promise<void>;

export function makeConfirm(on: PasskeyContext & { readonly auth: Auth }): Confirm {
  const fromOne = makeLimiter(20, 300);
  const ofOne = makeLimiter(60, 3600);
  return async ({ person, peer, confirm }) => {
    await fromOne.count(`${peer} ${person}`);
    await ofOne.count(person);
    if (!(await holds(on, person, confirm))) throw new Refusal("confirm-again");
  };
}

async function holds(
  on: PasskeyContext & { readonly auth: Auth; readonly db: Database },
  person: string,
  confirm: Confirmation,
): Promise<boolean> {
  if ("password" in confirm) return await isPasswordOf(on, person, confirm.password);
  if ("passkey" in confirm) return (await personOfPasskey(on, confirm.passkey, person)) === person;
  // Beside a password it would be a second, weaker one: on paper, for whoever finds it.
  if (await hasPassword(on.db, person)) return false;
  return await takeRecoveryCode(on.db, person, confirm.recoveryCode);
}
