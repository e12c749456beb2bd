import { createHmac } from "node:crypto";
import { join } from "node:path";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";

import type { Services } from "@concord/server/services";

import { peopleOfARoom, spaceOf } from "../wire/dialect.ts";

type Row = Readonly<Record<string, SQLInputValue>>;

const email = "maya@bench.invalid";
const cookieName = "concord.session_token";
const day = 24 * 60 * 60 * 1000;

/**
 * Two partners and an observer for every room, signed in, and a cookie for each. One of them signs
 * up as everybody does; the others are made in her image, since thousands of passwords would be
 * hashed for nothing.
 */
export async function furnish(
  { auth, clock }: Services,
  { dataDir, rooms }: { readonly dataDir: string; readonly rooms: number },
): Promise<readonly string[]> {
  const db = new DatabaseSync(join(dataDir, "app.db"), { timeout: 5000 });
  try {
    if (!db.prepare("select id from user where email = ?").get(email)) {
      await auth.api.signUpEmail({ body: { name: "Maya", email, password: "for one run alone" } });
      people(db, rooms, clock.now());
    }
  } finally {
    db.close();
  }
  const { secret } = await auth.$context;
  return Array.from({ length: rooms * peopleOfARoom }, (_, i) => cookie(tokenOf(i), secret));
}

const personOf = (i: number): string => `person-${i}`;
const tokenOf = (i: number): string => `a-session-of-person-${i}`;

/** As better-auth signs it. */
function cookie(token: string, secret: string): string {
  const signature = createHmac("sha256", secret).update(token).digest("base64");
  return `${cookieName}=${encodeURIComponent(`${token}.${signature}`)}`;
}

function people(db: DatabaseSync, rooms: number, now: number): void {
  const insert = inserter(db);
  const user = firstRow(db, "user");
  const session = firstRow(db, "session");
  db.exec("begin immediate");
  for (let room = 0; room < rooms; room += 1) {
    const persons = Array.from({ length: peopleOfARoom }, (_, i) => room * peopleOfARoom + i);
    for (const i of persons) {
      const id = personOf(i);
      insert("user", { ...user, id, email: `${id}@bench.invalid` });
      insert("session", { ...session, id: `session-${i}`, token: tokenOf(i), userId: id });
    }
    addSpace(insert, spaceOf(room), persons.map(personOf), now);
  }
  db.exec("commit");
}

type Insert = (table: string, row: Row) => void;

function addSpace(
  insert: Insert,
  space: string,
  [first = "", second = "", observer = ""]: readonly string[],
  now: number,
): void {
  const grant = `grant-${space}`;
  insert("space", { id: space, name: space, created_at: now });
  insert("partner", { space, person: first, seat: 1, joined_at: now });
  insert("partner", { space, person: second, seat: 2, joined_at: now });
  insert("observer_grant", {
    id: grant,
    space,
    code_hash: grant,
    rooms: JSON.stringify(["needs"]),
    until: now + day,
    created_at: now,
    observer,
    revoked_at: null,
  });
  for (const person of [first, second]) {
    insert("grant_consent", { grant_id: grant, person, given_at: now });
  }
}

function firstRow(db: DatabaseSync, table: string): Row {
  return { ...db.prepare(`select * from "${table}" limit 1`).get() };
}

function inserter(db: DatabaseSync): Insert {
  const statements = new Map<string, ReturnType<DatabaseSync["prepare"]>>();
  return (table, row) => {
    const names = Object.keys(row).map((name) => `"${name}"`);
    const sql = `insert into "${table}" (${names.join()}) values (${names.map(() => "?").join()})`;
    const statement = statements.get(table) ?? db.prepare(sql);
    statements.set(table, statement);
    statement.run(...Object.values(row));
  };
}
