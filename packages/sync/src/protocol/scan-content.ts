import { maxDepth, parseJson, readJson } from "./json.ts";
import { type Reader, refuse } from "./reader.ts";
import { readString, skipString } from "./utf8.ts";

/** Yjs' content references (`Item.js`, `contentRefs`). */
const ref = {
  deleted: 1,
  json: 2,
  binary: 3,
  string: 4,
  embed: 5,
  format: 6,
  type: 7,
  any: 8,
  document: 9,
} as const;

/** Steps over an item's content and gives how far it moves its client's clock. */
export function scanContent(reader: Reader, kind: number): number {
  switch (kind) {
    case ref.deleted:
      return reader.uint();
    case ref.json:
      return scanJsonContent(reader);
    case ref.binary:
      reader.chunk();
      return 1;
    case ref.string:
      return skipString(reader);
    case ref.embed:
      readJson(reader);
      return 1;
    case ref.format:
      skipString(reader);
      readJson(reader);
      return 1;
    case ref.type:
      return scanType(reader);
    case ref.any:
      return scanAnyContent(reader);
    case ref.document:
      return scanDocument(reader);
    default:
      return refuse("unknown content");
  }
}

function scanJsonContent(reader: Reader): number {
  const count = reader.count(1);
  for (let i = 0; i < count; i += 1) {
    const text = readString(reader);
    if (text !== "undefined") parseJson(text);
  }
  return count;
}

/** XML elements (3) and hooks (5) carry a name; the other types carry nothing. */
function scanType(reader: Reader): number {
  const type = reader.uint();
  if (type > 6) refuse("unknown type");
  if (type === 3 || type === 5) skipString(reader);
  return 1;
}

function scanAnyContent(reader: Reader): number {
  const count = reader.count(1);
  for (let i = 0; i < count; i += 1) scanAny(reader, 0);
  return count;
}

/** A subdocument's options are spread by Yjs: anything but an object throws there. */
function scanDocument(reader: Reader): number {
  skipString(reader);
  if (reader.bytes[reader.pos] !== any.object) refuse("document options are no object");
  scanAny(reader, 0);
  return 1;
}

/** lib0's tags of an `any` (`decoding.js`, `readAnyLookupTable`). */
const any = {
  bytes: 116,
  array: 117,
  object: 118,
  string: 119,
  bigint: 122,
  float64: 123,
  float32: 124,
  integer: 125,
} as const;

function scanAny(reader: Reader, depth: number): void {
  if (depth > maxDepth) refuse("nested too deeply");
  const tag = reader.byte();
  switch (tag) {
    case 127: // undefined
    case 126: // null
    case 121: // false
    case 120: // true
      return;
    case any.integer:
      return reader.skipInt();
    case any.float32:
      return reader.skip(4);
    case any.float64:
    case any.bigint:
      return reader.skip(8);
    case any.string:
      skipString(reader);
      return;
    case any.object:
      return scanObject(reader, depth);
    case any.array:
      for (let left = reader.count(1); left > 0; left -= 1) scanAny(reader, depth + 1);
      return;
    case any.bytes:
      reader.chunk();
      return;
    default:
      refuse("unknown value");
  }
}

function scanObject(reader: Reader, depth: number): void {
  for (let left = reader.count(2); left > 0; left -= 1) {
    skipString(reader);
    scanAny(reader, depth + 1);
  }
}
