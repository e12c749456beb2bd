import * as v from "valibot";

import { Day } from "../dates.ts";
import { PersonId, SpaceId } from "../ids.ts";
import { Hash } from "../ledger/schema.ts";
import { RoomPath } from "../rooms.ts";
import { SpaceName } from "../spaces/schema.ts";

/** What the files of an export say they are, and the newest version that this code understands. */
export const exportFormat = "concord export";
export const exportVersion = 1;

export const pageFile = "concord.html";
export const dataFile = "concord.json";
export const manifestFile = "manifest.json";

/** The largest file that is taken in, in bytes. */
export const largestImport = 25_000_000;

/** What can be told of any version, before anything else is read. */
export const Versioned = v.looseObject({
  format: v.literal(exportFormat),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

const head = { format: v.literal(exportFormat), version: v.literal(exportVersion) };

/** `manifest.json`: what the other files must be, byte for byte. */
export const Manifest = v.object({
  ...head,
  exportedOn: Day,
  files: v.pipe(
    v.array(
      v.object({
        name: v.picklist([pageFile, dataFile]),
        bytes: v.pipe(v.number(), v.integer(), v.minValue(0)),
        sha256: Hash,
      }),
    ),
    v.length(2),
  ),
});
export type Manifest = v.InferOutput<typeof Manifest>;

const Name = v.pipe(v.string(), v.maxLength(200));

/** One document: its content to read, and a copy without a past to bring in elsewhere. */
const ExportedDocument = v.object({
  path: RoomPath,
  content: v.unknown(),
  /** A Yjs update (V1) in base64. */
  update: v.string(),
});
export type ExportedDocument = v.InferOutput<typeof ExportedDocument>;

/** `concord.json`: all of a space that the one who took it along could read. */
export const ExportedSpace = v.object({
  ...head,
  exportedOn: Day,
  exportedBy: PersonId,
  name: SpaceName,
  partners: v.pipe(v.array(v.object({ id: PersonId, name: Name })), v.minLength(1), v.maxLength(2)),
  documents: v.pipe(v.array(ExportedDocument), v.maxLength(5000)),
  /** The rows as they were declared. They are to be read: nobody's word is brought in by another. */
  ledger: v.array(v.looseObject({ kind: v.string(), author: PersonId })),
  /** Answers to check-ins that the exporter held alone: to be read, as the ledger is. */
  alone: v.array(v.unknown()),
  /** What was too large or too broken to come along. */
  leftOut: v.array(v.string()),
});
export type ExportedSpace = v.InferOutput<typeof ExportedSpace>;

/** What of an export is not brought in: it can only be read, in the export's own page. */
export const leftOutKinds = ["word", "partners-goals", "check-ins", "sessions"] as const;
export type LeftOut = (typeof leftOutKinds)[number];

/** Answer of `POST /api/spaces/import`. */
export const Imported = v.object({ id: SpaceId, leftOut: v.array(v.picklist(leftOutKinds)) });
export type Imported = v.InferOutput<typeof Imported>;
