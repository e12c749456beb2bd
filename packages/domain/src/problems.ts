import * as v from "valibot";

/**
 * Every refusal over HTTP: its stable code and its status. A code is never renamed or given
 * another meaning; clients choose their words by it.
 */
export const problems = {
  "bad-request": 400,
  "bad-origin": 403,
  "signed-out": 401,
  "wrong-credentials": 401,
  "consent-required": 422,
  "email-taken": 422,
  "weak-password": 422,
  "second-factor-required": 401,
  "wrong-code": 401,
  "passkey-refused": 401,
  "confirm-again": 403,
  "no-passkeys-here": 409,
  "last-way-in": 409,
  "no-such-page": 404,
  "no-such-space": 404,
  "not-a-partner": 403,
  "space-full": 409,
  "space-closed": 409,
  "already-partner": 409,
  "invitation-invalid": 404,
  "invitation-expired": 410,
  "invitation-used": 410,
  "grant-invalid": 404,
  "grant-expired": 410,
  "grant-used": 410,
  "until-out-of-range": 422,
  "text-changed": 409,
  "no-such-entry": 404,
  "not-yours": 403,
  "nothing-to-agree": 422,
  "already-settled": 409,
  "already-answered": 409,
  "check-in-over": 410,
  "import-damaged": 422,
  "import-too-new": 422,
  "vault-conflict": 409,
  "too-large": 413,
  "too-many": 429,
  "not-now": 503,
  "our-fault": 500,
} as const;

export type ProblemCode = keyof typeof problems;

/** RFC 9457 problem details, with our stable `code`. */
export const Problem = v.object({
  type: v.string(),
  title: v.string(),
  status: v.number(),
  code: v.string(),
  detail: v.optional(v.string()),
  /** With `text-changed`: the words as they stand now. */
  current: v.optional(v.string()),
});
export type Problem = v.InferOutput<typeof Problem>;
