import { createHash } from "node:crypto";

import { contentOf } from "@concord/domain/exports/content";
import {
  dataFile,
  type ExportedSpace,
  exportFormat,
  exportVersion,
  type Manifest,
  manifestFile,
  pageFile,
} from "@concord/domain/exports/schema";
import { Hash } from "@concord/domain/ledger/schema";
import { zip } from "fflate";
import * as v from "valibot";

import { dayOf } from "../check-ins/store.ts";
import type { Gathered } from "./gather.ts";
import { pageOf } from "./page.ts";

export const sha256 = (bytes: Uint8Array): Hash =>
  v.parse(Hash, createHash("sha256").update(bytes).digest("hex"));

/** The three files, in a zip. Large ones are compressed on another thread. */
export function packed(gathered: Gathered): Promise<Uint8Array<ArrayBuffer>> {
  const page = Buffer.from(pageOf(gathered));
  const data = Buffer.from(JSON.stringify(dataOf(gathered), null, 1));
  const manifest = Buffer.from(JSON.stringify(manifestOf(gathered, { page, data }), null, 2));
  const files = { [pageFile]: page, [dataFile]: data, [manifestFile]: manifest };
  return new Promise((resolve, reject) => {
    zip(files, { mtime: gathered.now }, (error, bytes) => {
      if (error) reject(error);
      else resolve(bytes);
    });
  });
}

function manifestOf(
  { now }: Gathered,
  { page, data }: { readonly page: Uint8Array; readonly data: Uint8Array },
): Manifest {
  const files = [
    { name: pageFile, bytes: page.length, sha256: sha256(page) },
    { name: dataFile, bytes: data.length, sha256: sha256(data) },
  ] as const;
  return {
    format: exportFormat,
    version: exportVersion,
    exportedOn: dayOf(now),
    files: [...files],
  };
}

function dataOf({
  space,
  exporter,
  now,
  documents,
  ledger,
  alone,
  leftOut,
}: Gathered): ExportedSpace {
  return {
    format: exportFormat,
    version: exportVersion,
    exportedOn: dayOf(now),
    exportedBy: exporter,
    name: space.name,
    partners: space.partners.map(({ id, name }) => ({ id, name })),
    documents: documents.map(({ path, doc, update }) => ({
      path,
      content: contentOf(doc),
      update: Buffer.from(update).toString("base64"),
    })),
    ledger: ledger.map((row) => ({ ...row })),
    alone: [...alone],
    leftOut: [...leftOut],
  };
}
