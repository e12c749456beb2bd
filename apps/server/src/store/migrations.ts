import { type Kysely, sql } from "kysely";

import type { Database } from "./database.ts";

/** Applied in this order, each once and in a transaction of its own; never edited, only added to. */
const migrations: readonly { readonly name: string; readonly statements: readonly string[] }[] = [
  {
    name: "1 people, spaces and grants",
    statements: [
      `create table consent (
        person text not null references "user" (id) on delete cascade,
        statement text not null check (statement in ('processing', 'adult')),
        given_at integer not null,
        withdrawn_at integer,
        primary key (person, statement, given_at))`,
      `create table space (
        id text primary key, name text not null, created_at integer not null)`,
      `create table partner (
        space text not null references space (id),
        person text not null references "user" (id),
        seat integer not null check (seat in (1, 2)),
        joined_at integer not null,
        primary key (space, seat),
        unique (space, person))`,
      `create index partner_person on partner (person)`,
      `create table invitation (
        code_hash text primary key,
        space text not null references space (id),
        inviter text not null references "user" (id),
        expires_at integer not null,
        used_by text references "user" (id))`,
      `create index invitation_space on invitation (space)`,
      `create table observer_grant (
        id text primary key,
        space text not null references space (id),
        code_hash text not null unique,
        rooms text not null,
        until integer not null,
        created_at integer not null,
        observer text references "user" (id),
        revoked_at integer)`,
      `create index observer_grant_space on observer_grant (space)`,
      `create index observer_grant_observer on observer_grant (observer)`,
      `create table grant_consent (
        grant_id text not null references observer_grant (id),
        person text not null references "user" (id),
        given_at integer not null,
        primary key (grant_id, person))`,
    ],
  },
  {
    name: "2 the ledger",
    statements: [
      `create table declaration (
        space text not null references space (id),
        seq integer not null,
        id text not null unique,
        author text not null references "user" (id),
        kind text not null,
        subject text not null,
        body text not null,
        declared_at integer not null,
        primary key (space, seq))`,
      `create index declaration_subject on declaration (space, subject, seq)`,
    ],
  },
  {
    name: "3 check-ins",
    statements: [
      `create table check_in (
        id text primary key,
        space text not null references space (id),
        opened_at integer not null,
        lapses_at integer not null,
        revealed_at integer)`,
      `create index check_in_space on check_in (space, opened_at)`,
      `create table check_in_person (
        check_in text not null references check_in (id),
        person text not null references "user" (id),
        primary key (check_in, person))`,
      `create table sealed_answer (
        check_in text not null,
        person text not null,
        body text not null,
        answered_at integer not null,
        primary key (check_in, person),
        foreign key (check_in, person) references check_in_person (check_in, person))`,
      `create index sealed_answer_person on sealed_answer (person)`,
    ],
  },
  {
    name: "4 calendar feeds",
    statements: [
      // Whoever is no partner any more has no feed either.
      `create table calendar_feed (
        code_hash text primary key,
        space text not null,
        person text not null,
        created_at integer not null,
        unique (space, person),
        foreign key (space, person) references partner (space, person) on delete cascade)`,
    ],
  },
  {
    name: "5 account log",
    statements: [
      `create table account_log (
        id integer primary key,
        person text not null references "user" (id) on delete cascade,
        event text not null,
        day text not null)`,
      `create index account_log_person on account_log (person, id)`,
      `create index account_log_day on account_log (day)`,
    ],
  },
  {
    name: "5 ways to sign in",
    statements: [
      `create table second_factor (
        person text primary key references "user" (id) on delete cascade,
        secret text,
        pending text,
        last_step integer not null)`,
      `create table recovery_code (
        person text not null references "user" (id) on delete cascade,
        code_hash text not null,
        primary key (person, code_hash))`,
      `create table passkey (
        id text primary key,
        person text not null references "user" (id) on delete cascade,
        name text not null,
        public_key blob not null,
        counter integer not null,
        transports text not null,
        created_at integer not null)`,
      `create index passkey_person on passkey (person)`,
      `create table passkey_challenge (
        challenge text primary key,
        person text references "user" (id) on delete cascade,
        purpose text not null check (purpose in ('add', 'confirm', 'sign-in')),
        expires_at integer not null)`,
    ],
  },
  {
    name: "5 people who are gone",
    statements: [
      `alter table space add column declared integer not null default 0`,
      `create table departure (
        space text not null,
        person text not null,
        primary key (space, person))`,
    ],
  },
  {
    name: "6 vaults",
    statements: [
      `create table vault (
        person text primary key references "user" (id) on delete cascade,
        version integer not null,
        box blob not null)`,
    ],
  },
  {
    // When somebody left is kept nowhere (S16).
    name: "7 leaving",
    statements: [
      `alter table space add column closed integer not null default 0 check (closed in (0, 1))`,
      `create table former_partner (
        space text not null references space (id),
        person text not null references "user" (id) on delete cascade,
        seat integer not null check (seat in (1, 2)),
        primary key (space, person))`,
    ],
  },
];

export async function migrate(db: Database, now: number): Promise<void> {
  await sql`create table if not exists migration (
    name text primary key, applied_at integer not null)`.execute(db);
  const applied = await db.selectFrom("migration").select("name").execute();
  for (const migration of migrations) {
    if (applied.some(({ name }) => name === migration.name)) continue;
    await db.transaction().execute(async (trx) => {
      await runAll(trx, migration.statements);
      await trx.insertInto("migration").values({ name: migration.name, applied_at: now }).execute();
    });
  }
}

async function runAll(db: Kysely<never> | Database, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
