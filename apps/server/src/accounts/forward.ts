import type { ProblemCode } from "@concord/domain/problems";
import * as v from "valibot";

import { problemResponse } from "../http/problem.ts";
import type { Auth } from "./auth.ts";

const Failure = v.object({ code: v.optional(v.string()), message: v.optional(v.string()) });

const codes: Readonly<Record<string, ProblemCode>> = {
  INVALID_EMAIL_OR_PASSWORD: "wrong-credentials",
  USER_ALREADY_EXISTS: "email-taken",
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: "email-taken",
  PASSWORD_TOO_SHORT: "weak-password",
  PASSWORD_TOO_LONG: "weak-password",
};

/** A request that says just this, for better-auth is particular about bodies and their kinds. */
export const requestOf = (url: string, body: unknown, cookie = ""): Request =>
  new Request(url, {
    method: "POST",
    headers: { "content-type": "application/json", cookie },
    body: JSON.stringify(body),
  });

/** Hands a request to better-auth, and turns its refusals into our problem documents. */
export async function forward(
  auth: Auth,
  request: Request,
  unauthorized: ProblemCode,
): Promise<Response> {
  const response = await auth.handler(request);
  if (response.ok) {
    response.headers.set("cache-control", "no-store");
    return response;
  }
  const body = v.safeParse(Failure, await response.json().catch(() => ({})));
  const failure = body.success ? body.output : {};
  const known = codes[failure.code ?? ""];
  if (known) return problemResponse(known);
  if (response.status === 401) return problemResponse(unauthorized);
  if (response.status >= 500) return problemResponse("our-fault");
  return problemResponse("bad-request", failure.message);
}
