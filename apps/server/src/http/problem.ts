import { type Problem, type ProblemCode, problems } from "@concord/domain/problems";
import type { ErrorHandler } from "hono";
import { HTTPException } from "hono/http-exception";
import type { Logger } from "pino";

/** The one error that means "refused, and this is why". Anything else thrown is a bug. */
export class Refusal extends Error {
  readonly code: ProblemCode;
  readonly detail: string | undefined;
  /** What the problem's document says beyond that, by the code's own names. */
  readonly more: Pick<Problem, "current">;
  constructor(code: ProblemCode, detail?: string, more: Pick<Problem, "current"> = {}) {
    super(code);
    this.name = "Refusal";
    this.code = code;
    this.detail = detail;
    this.more = more;
  }
}

const titles: Record<ProblemCode, string> = {
  "bad-request": "The request is not understood",
  "bad-origin": "The request comes from another site",
  "signed-out": "Nobody is signed in",
  "wrong-credentials": "E-mail address or password is wrong",
  "consent-required": "Consent and being an adult must both be stated",
  "email-taken": "This e-mail address already has an account",
  "weak-password": "A password has at least 8 and at most 200 characters",
  "second-factor-required": "The account asks for a second factor",
  "wrong-code": "This code is wrong, has been used, or is over",
  "passkey-refused": "This passkey is not known here, or did not answer for its owner",
  "confirm-again": "This needs the present password or a passkey, and what came was neither",
  "no-passkeys-here": "Passkeys need https and a name: this server's address has neither",
  "last-way-in": "Without this there would be no way in any more",
  "no-such-page": "There is nothing here",
  "no-such-space": "There is no such space, or it is not yours",
  "not-a-partner": "Only the two partners can do this",
  "space-full": "This space has two partners already",
  "space-closed": "This space is closed; nothing is added to it any more",
  "already-partner": "You are a partner of this space already",
  "invitation-invalid": "There is no such invitation",
  "invitation-expired": "This invitation has expired",
  "invitation-used": "This invitation has been used",
  "grant-invalid": "There is no such grant, or it has been withdrawn",
  "grant-expired": "This grant has ended",
  "grant-used": "This grant was taken up by somebody else",
  "until-out-of-range": "The end must lie in the future, a year from now at most",
  "text-changed": "The text has changed since you read it",
  "no-such-entry": "There is no such entry, or it is not for agreeing to",
  "not-yours": "This is the other person's to say",
  "nothing-to-agree": "There are no words here yet",
  "already-settled": "This has been ended already",
  "already-answered": "You have answered this check-in already",
  "check-in-over": "This check-in is over",
  "import-damaged": "This is not an export, or it is damaged",
  "import-too-new": "This export was made by a newer version",
  "vault-conflict": "Another device of yours has written since",
  "too-large": "The request is too large",
  "too-many": "Too many requests; try again in a while",
  "not-now": "The server is starting or stopping; try again in a moment",
  "our-fault": "Something went wrong on the server",
};

export function problemResponse(
  code: ProblemCode,
  detail?: string,
  more: Pick<Problem, "current"> = {},
): Response {
  const body: Problem = {
    ...more,
    type: `urn:concord:problem:${code}`,
    title: titles[code],
    status: problems[code],
    code,
    ...(detail === undefined ? {} : { detail }),
  };
  return Response.json(body, {
    status: body.status,
    headers: { "content-type": "application/problem+json", "cache-control": "no-store" },
  });
}

/** The boundary at which every failure becomes a problem document. */
export const onError =
  (log: Logger): ErrorHandler =>
  (error) => {
    if (error instanceof Refusal) return problemResponse(error.code, error.detail, error.more);
    if (error instanceof HTTPException && error.status === 413) return problemResponse("too-large");
    if (error instanceof HTTPException && error.status < 500)
      return problemResponse("bad-request", error.message);
    log.error({ error: { name: error.name, message: error.message, stack: error.stack } }, "bug");
    return problemResponse("our-fault");
  };

export const noSuchPage = (): Response => problemResponse("no-such-page");
