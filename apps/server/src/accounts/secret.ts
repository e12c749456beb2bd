import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** The key that signs session cookies: made once, readable by the server's user only. */
export async function sessionSecret(dataDir: string): Promise<string> {
  const file = join(dataDir, "session-secret");
  try {
    // `wx`: of two servers starting at once, the second reads what the first made.
    await writeFile(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  return await readFile(file, "utf8");
}
