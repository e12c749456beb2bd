import type { Generated } from "kysely";

/**
 * The tables of `app.db` that are ours. Times are milliseconds since the epoch. Accounts and
 * sessions are better-auth's own tables beside them; only `accounts` touches these.
 */
export interface Tables {
  user: { id: string; name: string; email: string };
  /** `expiresAt` is an ISO 8601 date. */
  session: {
    id: string;
    token: string;
    userId: string;
    expiresAt: string;
    createdAt: string;
    updatedAt: string;
  };
  /** A way to sign in that better-auth knows; of ours, the one with the password's hash. */
  account: {
    id: string;
    accountId: string;
    providerId: string;
    userId: string;
    password: string | null;
    createdAt: string;
    updatedAt: string;
  };
  migration: { name: string; applied_at: number };
  /** What a person agreed to, each statement a row of its own, so that each can be withdrawn. */
  consent: {
    person: string;
    statement: "processing" | "adult";
    given_at: number;
    withdrawn_at: number | null;
  };
  /**
   * `declared`: how far its ledger had come when somebody's rows were last taken out of it.
   * `closed`: 1 once somebody has left. When that was is kept nowhere (S16).
   */
  space: {
    id: string;
    name: string;
    created_at: number;
    declared: Generated<number>;
    closed: Generated<number>;
  };
  partner: { space: string; person: string; seat: number; joined_at: number };
  /** Whose name stands by what they wrote, and who sees nothing of it any more. */
  former_partner: { space: string; person: string; seat: number };
  invitation: {
    code_hash: string;
    space: string;
    inviter: string;
    expires_at: number;
    used_by: string | null;
  };
  observer_grant: {
    id: string;
    space: string;
    code_hash: string;
    /** A JSON array of room paths. */
    rooms: string;
    until: number;
    created_at: number;
    observer: string | null;
    revoked_at: number | null;
  };
  grant_consent: { grant_id: string; person: string; given_at: number };
  /** Me: sealed on the person's device; nothing here can open it. */
  vault: { person: string; version: number; box: Uint8Array };
  /** The ledger: rows are added and never changed. */
  declaration: {
    space: string;
    /** Rising within a space; with gaps where somebody has taken their rows along. */
    seq: number;
    id: string;
    author: string;
    kind: string;
    subject: string;
    /** JSON, as its kind has it. */
    body: string;
    declared_at: number;
  };
  /** `revealed_at`: when all whose it is had answered. */
  check_in: {
    id: string;
    space: string;
    opened_at: number;
    lapses_at: number;
    revealed_at: number | null;
  };
  /** Whose a check-in is: who was a partner when it was opened. Whoever joins later is not in it. */
  check_in_person: { check_in: string; person: string };
  /** Read for the person who wrote it alone, until all are in; see `check-ins/seal.ts`. */
  sealed_answer: {
    check_in: string;
    person: string;
    /** JSON: `AnswerCheckIn`. */
    body: string;
    answered_at: number;
  };
  /** One address each, for as long as they are partners; of its code only the hash is kept. */
  calendar_feed: { code_hash: string; space: string; person: string; created_at: number };
  /** Read by its owner alone: what happened to their account, by the day (S2, S9). */
  account_log: { id: Generated<number>; person: string; event: string; day: string };
  /** Secrets are sealed. `pending`: not confirmed yet by a code. `last_step`: no code up to it counts. */
  second_factor: {
    person: string;
    secret: string | null;
    pending: string | null;
    last_step: number;
  };
  /** Unused ones; whoever uses one deletes it. */
  recovery_code: { person: string; code_hash: string };
  passkey: {
    /** The credential's id, as base64url. */
    id: string;
    person: string;
    name: string;
    public_key: Uint8Array;
    counter: number;
    /** A JSON array. */
    transports: string;
    created_at: number;
  };
  /** Asked and not answered yet. `person`: who alone may answer. */
  passkey_challenge: {
    challenge: string;
    person: string | null;
    purpose: "add" | "confirm" | "sign-in";
    expires_at: number;
  };
  /** Whose account is gone while their name may still be in a space's room log. */
  departure: { space: string; person: string };
}
