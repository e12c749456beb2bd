import { createHash, randomUUID } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { copyFile, mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { backup, DatabaseSync } from "node:sqlite";

import * as v from "valibot";

/** What a backup is made of. The log goes first: no declaration then is older than its words. */
const files = ["log.db", "app.db"] as const;

const Manifest = v.object({
  format: v.literal(1),
  /** ISO 8601. */
  takenAt: v.string(),
  files: v.object({ "log.db": v.string(), "app.db": v.string() }),
});

/** Something that an operator asked for and cannot have. The message says why, and what to do. */
export class OperatorError extends Error {
  override readonly name = "OperatorError";
}

/**
 * Copies both databases into a new folder while the server may run, with a manifest of their
 * SHA-256. Nothing of it is readable content of Me; the rest is as the server has it.
 */
export async function backUp(dataDir: string, to: string, now: Date): Promise<void> {
  for (const file of files)
    if (!existsSync(join(dataDir, file)))
      throw new OperatorError(
        `There is no ${file} in ${dataDir}. DATA_DIR says where the data is.`,
      );
  if (existsSync(to)) throw new OperatorError(`${to} is there already. Name a new folder.`);
  await mkdir(to, { recursive: true, mode: 0o700 });
  const hashes: Record<string, string> = {};
  for (const file of files) {
    const source = new DatabaseSync(join(dataDir, file), { readOnly: true, timeout: 5000 });
    try {
      // All at once: in steps it begins anew for ever while somebody writes.
      await backup(source, join(to, file), { rate: 1_000_000_000 });
    } finally {
      source.close();
    }
    hashes[file] = await sha256(join(to, file));
  }
  const manifest = { format: 1, takenAt: now.toISOString(), files: hashes };
  await writeFile(join(to, "manifest.json"), JSON.stringify(manifest, null, 2), { mode: 0o600 });
}

/**
 * Puts a backup into a folder that has no data yet. Every room gets a new epoch: what devices have
 * beyond the backup is another history, and is set aside there, not merged (SPEC E).
 */
export async function restore(from: string, dataDir: string): Promise<void> {
  const manifest = await readManifest(from);
  for (const file of files) {
    if (existsSync(join(dataDir, file)))
      throw new OperatorError(`${dataDir} holds data already. Stop the server and move it away.`);
    if ((await sha256(join(from, file))) !== manifest.files[file])
      throw new OperatorError(`${file} in ${from} is damaged: it isn't what was backed up.`);
  }
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  for (const file of files) await copyFile(join(from, file), join(dataDir, file));
  const log = new DatabaseSync(join(dataDir, "log.db"));
  try {
    const rename = log.prepare("UPDATE rooms SET epoch = ? WHERE id = ?");
    log.exec("BEGIN IMMEDIATE");
    for (const { id } of log.prepare("SELECT id FROM rooms").all())
      rename.run(randomUUID(), Number(id));
    log.exec("COMMIT");
  } finally {
    log.close();
  }
}

async function readManifest(from: string): Promise<v.InferOutput<typeof Manifest>> {
  const path = join(from, "manifest.json");
  if (!(await stat(path).catch(() => null)))
    throw new OperatorError(`${from} is no backup: it has no manifest.json.`);
  const json: unknown = parseJson(await readFile(path, "utf8"));
  const parsed = v.safeParse(Manifest, json);
  if (!parsed.success)
    throw new OperatorError(`${path} isn't understood. Was it made by a newer version?`);
  return parsed.output;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function sha256(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}
