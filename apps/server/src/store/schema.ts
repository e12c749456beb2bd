import type { Generated } from "kysely";

/**
 * The tables of `app.db` that are ours. Times are milliseconds since the epoch. Accounts and
 * sessions are better-auth's own tables beside them; of these we only ever read `user` and
 * `session`.
 */
export interface Tables {
  user: { id: string; name: string; email: string };
  /** `expiresAt` is an ISO 8601 date. */
  session: { id: string; token: string; userId: string; expiresAt: string };
  migration: { name: string; applied_at: number };
  /** What a person agreed to, each statement a row of its own, so that each can be withdrawn. */
  consent: {
    person: string;
    statement: "processing" | "adult";
    given_at: number;
    withdrawn_at: number | null;
  };
  /** `closed`: 1 once somebody has left. When that was is kept nowhere (S16). */
  space: { id: string; name: string; created_at: number; closed: Generated<number> };
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
    /** Without gaps within a space. */
    seq: number;
    id: string;
    author: string;
    kind: string;
    subject: string;
    /** JSON, as its kind has it. */
    body: string;
    declared_at: number;
  };
}
