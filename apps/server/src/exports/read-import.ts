import { setImmediate } from "node:timers/promises";

import {
  dataFile,
  ExportedSpace,
  exportVersion,
  type LeftOut,
  Manifest,
  manifestFile,
  Versioned,
} from "@concord/domain/exports/schema";
import type { PersonId } from "@concord/domain/ids";
import { ownerOf, type RoomPath } from "@concord/domain/rooms";
import * as v from "valibot";

import { Refusal } from "../http/problem.ts";
import { nestsTooDeeply } from "./nesting.ts";
import { sha256 } from "./pack.ts";
import { freshUpdate } from "./read-document.ts";
import { damaged, type Files, isZip, unpack } from "./unpack.ts";

/** What an import is going to write, checked to the last byte. */
export interface ImportPlan {
  readonly name: string;
  readonly documents: readonly { readonly path: RoomPath; readonly update: Uint8Array }[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * Reads an export: its zip, or its `concord.json` alone. Refuses with `import-too-new` or
 * `import-damaged`; writes nothing.
 */
export async function readImport(bytes: Uint8Array, importer: PersonId): Promise<ImportPlan> {
  const data = isZip(bytes) ? checkedData(await unpack(bytes)) : bytes;
  const exported = v.safeParse(ExportedSpace, versioned(parseJson(data)));
  if (!exported.success) throw damaged(describe(exported.issues[0]));
  return await planOf(exported.output, importer);
}

/** The data file, once every file is what the manifest says. */
function checkedData(files: Files): Uint8Array {
  const manifest = v.safeParse(Manifest, versioned(parseJson(fileIn(files, manifestFile))));
  if (!manifest.success) throw damaged(describe(manifest.issues[0]));
  const named = manifest.output.files;
  if (new Set(named.map(({ name }) => name)).size !== named.length) throw damaged("a file twice");
  for (const { name, bytes, sha256: hash } of named) {
    const file = fileIn(files, name);
    if (file.length !== bytes || sha256(file) !== hash) throw damaged(`${name} was changed`);
  }
  return fileIn(files, dataFile);
}

function fileIn(files: Files, name: string): Uint8Array {
  const file = files.get(name);
  if (!file) throw damaged(`${name} is missing`);
  return file;
}

function parseJson(bytes: Uint8Array): unknown {
  if (nestsTooDeeply(bytes)) throw damaged("it nests without end");
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw damaged("it is no JSON");
  }
}

/** A newer version is told apart before anything else of it is read: it may look otherwise. */
function versioned(json: unknown): unknown {
  const known = v.safeParse(Versioned, json);
  if (!known.success) throw damaged("it doesn't say that it is an export");
  if (known.output.version > exportVersion) throw new Refusal("import-too-new");
  return json;
}

/** Where in the file something is wrong; never what stands there. */
const describe = (issue: v.BaseIssue<unknown>): string =>
  `not as expected: ${v.getDotPath(issue) ?? "the whole"}`;

async function planOf(exported: ExportedSpace, importer: PersonId): Promise<ImportPlan> {
  const { partners, exportedBy, ledger, name } = exported;
  const ids = new Set(partners.map(({ id }) => id));
  if (!ids.has(exportedBy)) throw damaged("it was exported by somebody else");
  // On the server it came from, either of the two is still who they were there.
  const me = ids.has(importer) ? importer : exportedBy;
  const rename = (text: string) => (text === me ? importer : text);
  const leftOut = new Set<LeftOut>(ledger.length > 0 ? ["word"] : []);
  if (exported.alone.length > 0) leftOut.add("check-ins");
  const paths = new Set<RoomPath>();
  const documents: { path: RoomPath; update: Uint8Array }[] = [];
  for (const { path, update } of exported.documents) {
    if (paths.has(path)) throw damaged("a document twice");
    paths.add(path);
    // All are checked, also those that are not brought in.
    const fresh = freshUpdate(update, rename);
    const why = whyNot(path, me);
    if (why) leftOut.add(why);
    else
      documents.push({
        path: ownerOf(path) === me ? `own-goals/${importer}` : path,
        update: fresh,
      });
    await setImmediate();
  }
  return { name, documents, leftOut: [...leftOut] };
}

/** Why a document stays behind, or null where it is brought in. */
function whyNot(path: RoomPath, me: PersonId): LeftOut | null {
  const owner = ownerOf(path);
  if (owner !== null) return owner === me ? null : "partners-goals";
  // Without the answers that both had sealed there is nothing to find their notes by.
  if (path.startsWith("check-in/")) return "check-ins";
  return path.startsWith("session/") ? "sessions" : null;
}
