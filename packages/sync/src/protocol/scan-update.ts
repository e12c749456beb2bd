import { Malformed, Reader, refuse } from "./reader.ts";
import { scanContent } from "./scan-content.ts";
import { skipString } from "./utf8.ts";

/** `end` is exclusive everywhere; clocks count operations of one client. */
export interface Range {
  readonly clock: number;
  readonly end: number;
}

/** One client's structs in an update: which clocks, and which bytes hold them. */
export interface Section {
  readonly client: number;
  readonly clock: number;
  readonly end: number;
  /** The clocks that are there: fewer than clock…end where the update skips some. */
  readonly ranges: readonly Range[];
  /** How many structs there are, and where they begin, behind the section's own numbers. */
  readonly structs: number;
  readonly structsStart: number;
  readonly byteStart: number;
  readonly byteEnd: number;
}

export interface DeletedRange extends Range {
  readonly client: number;
}

export interface UpdateScan {
  readonly kind: "scanned";
  readonly sections: readonly Section[];
  readonly deletes: readonly DeletedRange[];
  /** Where the delete set starts; it runs to the end of the bytes. */
  readonly deletesStart: number;
}

export interface Refusal {
  readonly kind: "refused";
  readonly why: string;
}

/** No room ever comes near it, and a clock beyond would leave its client nowhere to go (P6). */
const maxClock = 2 ** 40;

/**
 * Reads the structure of a V1 update without building a document, and refuses whatever a client
 * could choke on. Byte grammar: Yjs' INTERNALS.md; see SPEC P3–P8.
 */
export function scanUpdate(update: Uint8Array): UpdateScan | Refusal {
  try {
    const reader = new Reader(update);
    const sections = scanSections(reader);
    const deletesStart = reader.pos;
    const deletes = scanDeletes(reader);
    reader.done();
    return { kind: "scanned", sections, deletes, deletesStart };
  } catch (error) {
    if (error instanceof Malformed) return { kind: "refused", why: error.message };
    throw error;
  }
}

function scanSections(reader: Reader): Section[] {
  const count = reader.count(4);
  const sections: Section[] = [];
  let last = Number.POSITIVE_INFINITY;
  for (let i = 0; i < count; i += 1) {
    const section = scanSection(reader);
    // Yjs writes clients in falling order, and its merge relies on it.
    if (section.client >= last) refuse("clients out of order");
    last = section.client;
    sections.push(section);
  }
  return sections;
}

function scanSection(reader: Reader): Section {
  const byteStart = reader.pos;
  const count = reader.count(2);
  if (count === 0) refuse("a client without structs");
  const client = reader.uint();
  const clock = reader.uint();
  const structsStart = reader.pos;
  const ranges: Range[] = [];
  let from = clock;
  let at = clock;
  for (let i = 0; i < count; i += 1) {
    const skips = reader.bytes[reader.pos] === skipInfo;
    const length = scanStruct(reader, client, at);
    if (skips && at > from) ranges.push({ clock: from, end: at });
    at += length;
    if (at > maxClock) refuse("clock too large");
    if (skips) from = at;
  }
  if (at > from) ranges.push({ clock: from, end: at });
  const byteEnd = reader.pos;
  return { client, clock, end: at, ranges, structs: count, structsStart, byteStart, byteEnd };
}

/** Where in a section the struct begins that holds a clock, and how many come before it. */
export function findStruct(
  update: Uint8Array,
  { client, clock, structsStart, byteEnd }: Section,
  wanted: number,
): { readonly clock: number; readonly byteStart: number; readonly before: number } {
  const reader = new Reader(update, structsStart, byteEnd);
  let at = clock;
  for (let before = 0; ; before += 1) {
    const byteStart = reader.pos;
    const end = at + scanStruct(reader, client, at);
    if (wanted < end) return { clock: at, byteStart, before };
    at = end;
  }
}

const gcInfo = 0;
const skipInfo = 10;

/** Steps over one struct and gives its length in clocks. */
function scanStruct(reader: Reader, client: number, clock: number): number {
  const info = reader.byte();
  if (info === skipInfo) return reader.uint();
  const length = info === gcInfo ? reader.uint() : scanItem(reader, info, client, clock);
  if (length === 0) refuse("a struct without length");
  return length;
}

const hasOrigin = 0x80;
const hasRightOrigin = 0x40;
const hasParentSub = 0x20;

function scanItem(reader: Reader, info: number, client: number, clock: number): number {
  if (info & hasOrigin) scanReference(reader, client, clock);
  if (info & hasRightOrigin) scanReference(reader, client, clock);
  if (!(info & (hasOrigin | hasRightOrigin))) {
    const parent = reader.uint();
    if (parent > 1) refuse("unknown parent");
    if (parent === 1) skipString(reader);
    else scanReference(reader, client, clock);
    if (info & hasParentSub) skipString(reader);
  }
  return scanContent(reader, info & 0x1f);
}

/** An item may stand beside or below anybody's items, but only its own client's earlier ones. */
function scanReference(reader: Reader, client: number, clock: number): void {
  const ofClient = reader.uint();
  const ofClock = reader.uint();
  if (ofClock >= maxClock) refuse("clock too large");
  if (ofClient === client && ofClock >= clock) refuse("an item refers to itself or later");
}

/**
 * Yjs keeps deletions of what it lacks as differences of rising clocks: out of order it would
 * later delete something else.
 */
function scanDeletes(reader: Reader): DeletedRange[] {
  const deletes: DeletedRange[] = [];
  const clients = new Set<number>();
  for (let left = reader.count(2); left > 0; left -= 1) {
    const client = reader.uint();
    if (clients.has(client)) refuse("deletions of a client twice");
    clients.add(client);
    scanDeletesOf(client, reader, deletes);
  }
  return deletes;
}

function scanDeletesOf(client: number, reader: Reader, deletes: DeletedRange[]): void {
  let last = 0;
  for (let left = reader.count(2); left > 0; left -= 1) {
    const clock = reader.uint();
    const end = clock + reader.uint();
    if (end === clock) refuse("an empty deletion");
    if (clock < last) refuse("deletions out of order");
    if (end > maxClock) refuse("clock too large");
    deletes.push({ client, clock, end });
    last = end;
  }
}
