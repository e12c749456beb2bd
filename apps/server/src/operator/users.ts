import { DatabaseSync } from "node:sqlite";
import { join } from "node:path";

export interface UserLine {
  readonly id: string;
  /** The day on which the account was made, `YYYY-MM-DD`. */
  readonly since: string;
}

/** Who has an account: ids and days, and nothing else about anybody (S21, S22). */
export function listUsers(dataDir: string): readonly UserLine[] {
  const db = new DatabaseSync(join(dataDir, "app.db"), { readOnly: true, timeout: 5000 });
  try {
    return db
      .prepare('SELECT id, createdAt FROM "user" ORDER BY createdAt')
      .all()
      .map(({ id, createdAt }) => ({ id: String(id), since: String(createdAt).slice(0, 10) }));
  } finally {
    db.close();
  }
}
