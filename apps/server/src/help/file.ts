import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { HelpKinds } from "@concord/domain/help/schema";
import * as v from "valibot";

import { BadConfig } from "../config.ts";

/**
 * The operator's list of help (S26): `help.json` in the data folder, or the file that was named.
 * Null where there is none; a `BadConfig` that says what is wrong where it cannot be read.
 */
export async function readHelp(where: {
  readonly dataDir: string;
  readonly helpFile: string | null;
}): Promise<HelpKinds | null> {
  const file = where.helpFile ?? join(where.dataDir, "help.json");
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    if (where.helpFile === null && isMissing(error)) return null;
    throw new BadConfig(`The list of help, ${file}, cannot be read.`);
  });
  if (text === null) return null;
  const result = v.safeParse(HelpKinds, parseJson(file, text));
  if (result.success) return result.output;
  const [issue] = result.issues;
  const at = v.getDotPath(issue);
  throw new BadConfig(
    `The list of help, ${file}, must be a JSON array of {"name", "text", "contact"?}: ` +
      `${at === null ? "" : `at ${at}: `}${issue.message}.`,
  );
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadConfig(`The list of help, ${file}, is not JSON.`);
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ENOENT";
