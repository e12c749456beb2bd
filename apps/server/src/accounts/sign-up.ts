import { SignUp } from "@concord/domain/accounts/schema";
import * as v from "valibot";

import { Refusal } from "../http/problem.ts";
import type { Database } from "../store/database.ts";
import type { Auth } from "./auth.ts";
import { forward, requestOf } from "./forward.ts";
import { hasAccount, recordConsents } from "./store.ts";

interface On {
  readonly auth: Auth;
  readonly db: Database;
  readonly now: number;
}

/**
 * Makes the account and signs in; without both statements nothing is made (S27).
 *
 * A taken address is refused, which tells whoever asks that it has an account. Nothing better is
 * possible without mail: an account that is there at once cannot be made twice. So it is told ten
 * times an hour to one address at most, and after that every sign-up from there is refused alike.
 */
export async function signUp({ auth, db, now }: On, request: Request): Promise<Response> {
  const { name, email, password } = parse(await request.json().catch(() => null));
  const asked = requestOf(request.url, { name, email, password });
  const response = await forward(auth, asked, "signed-out");
  if (!response.ok) {
    // Of two sign-ups with one address at once, better-auth reports the second as its own failure.
    if (await hasAccount(db, email)) throw new Refusal("email-taken");
    return response;
  }
  const { user } = v.parse(Made, await response.json());
  try {
    await recordConsents(db, user.id, now);
  } catch (error) {
    // No account stands without the consent that it was made on.
    const { internalAdapter } = await auth.$context;
    await internalAdapter.deleteUser(user.id);
    throw error;
  }
  // Its own answer holds the session's token as well, which is for the cookie alone.
  const { id } = user;
  return Response.json({ user: { id, name } }, { headers: cookiesIn(response) });
}

const Made = v.object({ user: v.object({ id: v.string() }) });

function cookiesIn({ headers }: Response): Headers {
  const cookies = new Headers({ "cache-control": "no-store" });
  for (const cookie of headers.getSetCookie()) cookies.append("set-cookie", cookie);
  return cookies;
}

/** Names the gravest fault: a body that is not understood, then consent, then the password. */
function parse(body: unknown): v.InferOutput<typeof SignUp> {
  if (typeof body !== "object" || body === null)
    throw new Refusal("bad-request", "the body is not a JSON object");
  const result = v.safeParse(SignUp, body);
  if (result.success) return result.output;
  const fieldOf = (issue: v.BaseIssue<unknown>) => String(issue.path?.[0]?.key);
  const statements = result.issues.some((issue) => /^(consent|adult)$/.test(fieldOf(issue)));
  const isWeak = (issue: v.BaseIssue<unknown>) =>
    fieldOf(issue) === "password" && issue.type !== "string" && issue.type !== "object";
  const other = result.issues.find(
    (issue) => !isWeak(issue) && !/^(consent|adult)$/.test(fieldOf(issue)),
  );
  if (other) throw new Refusal("bad-request", `${v.getDotPath(other)}: ${other.message}`);
  throw new Refusal(statements ? "consent-required" : "weak-password");
}
