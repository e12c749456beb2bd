import { type Credentials, PasskeyOptions } from "@concord/domain/accounts/account";
import { Me, Operator, type SignUp } from "@concord/domain/accounts/schema";
import * as v from "valibot";

import { request } from "../api/request.ts";
import type { Result } from "../api/result.ts";

/** The session rides in a cookie; what else these answers hold is not ours to use. */
const done = v.unknown();

export const fetchMe = (): Promise<Result<Me>> => request(Me, { method: "GET", path: "/api/me" });

export const fetchOperator = (): Promise<Result<Operator>> =>
  request(Operator, { method: "GET", path: "/api/operator" });

export const signUp = (form: SignUp): Promise<Result<unknown>> =>
  request(done, { method: "POST", path: "/api/auth/sign-up/email", body: form });

export const signIn = (form: Credentials): Promise<Result<unknown>> =>
  request(done, { method: "POST", path: "/api/auth/sign-in/email", body: form });

export const signInByRecoveryCode = (form: {
  email: string;
  code: string;
}): Promise<Result<unknown>> =>
  request(done, { method: "POST", path: "/api/auth/sign-in/recovery", body: form });

export async function signInByPasskey(): Promise<Result<unknown>> {
  const path = "/api/auth/sign-in/passkey";
  const options = await request(PasskeyOptions, {
    method: "POST",
    path: `${path}/options`,
    body: {},
  });
  if (!options.ok) return options;
  const { askPasskey } = await import("./browser-passkeys.ts");
  const answer = await askPasskey(options.value);
  return answer.ok ? await request(done, { method: "POST", path, body: answer.value }) : answer;
}

/** Signs out while the page is being left: the browser sends it though the page is gone. */
export function signOutLeaving(): void {
  void fetch("/api/auth/sign-out", {
    method: "POST",
    credentials: "same-origin",
    keepalive: true,
    headers: { "content-type": "application/json" },
    body: "{}",
  }).catch(() => {
    // Done when the app is next opened here.
  });
}

export const signOut = (): Promise<Result<unknown>> =>
  request(done, { method: "POST", path: "/api/auth/sign-out", body: {} });
