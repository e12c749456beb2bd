/**
 * What a client has to do about a close: come back by itself, with what it has or, where it must
 * discard that, afresh; or wait for its person.
 */
export type ClientAction = "retry" | "discard" | "sign-in" | "reload" | "give-up";

export interface Close {
  readonly code: number;
  readonly reason: string;
}

export interface CloseMeaning extends Close {
  readonly action: ClientAction;
}

/**
 * Every close the server gives (SPEC X1). 4400–4499 stop the stock client for good; every other
 * code makes it come back. A code is never renumbered, nor given another meaning.
 */
export const closeCodes = {
  restart: { code: 1012, reason: "restarting", action: "retry" },
  tryLater: { code: 1013, reason: "try-again-later", action: "retry" },
  malformed: { code: 4400, reason: "malformed", action: "reload" },
  signedOut: { code: 4401, reason: "signed-out", action: "sign-in" },
  noAccess: { code: 4403, reason: "no-access", action: "give-up" },
  noSuchRoom: { code: 4404, reason: "no-such-room", action: "give-up" },
  foreignAuthor: { code: 4407, reason: "not-your-words", action: "reload" },
  otherEpoch: { code: 4409, reason: "other-epoch", action: "discard" },
  tooLarge: { code: 4413, reason: "too-large", action: "give-up" },
  tooMany: { code: 4429, reason: "too-many", action: "reload" },
  roleChanged: { code: 4503, reason: "role-changed", action: "retry" },
} as const satisfies Record<string, CloseMeaning>;

const byCode = new Map<number, CloseMeaning>(
  Object.values(closeCodes).map((meaning) => [meaning.code, meaning]),
);

/** What a code asks of the client. Unknown 44xx codes are final, all others mean "come back". */
export function meaningOf(code: number, reason: string): CloseMeaning {
  const known = byCode.get(code);
  if (known) return known;
  return { code, reason, action: code >= 4400 && code < 4500 ? "give-up" : "retry" };
}
