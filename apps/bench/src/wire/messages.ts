import { bytesOf, Cursor, varBytes, varUint } from "./varint.ts";

export const step1 = (vector: Uint8Array): Uint8Array => bytesOf(0, 0, varBytes(vector));
export const step2 = (update: Uint8Array): Uint8Array => bytesOf(0, 1, varBytes(update));
export const updateMessage = (update: Uint8Array): Uint8Array => bytesOf(0, 2, varBytes(update));

export const emptyVector = Uint8Array.of(0);
export const emptyUpdate = Uint8Array.of(0, 0);
/** Of a document that one client alone wrote. */
export const stateVector = (client: number, clock: number): Uint8Array =>
  clock === 0 ? emptyVector : bytesOf(1, varUint(client), varUint(clock));

/** One client's awareness state, as a cursor that moves. */
export function awarenessMessage(client: number, clock: number): Uint8Array {
  const state = Buffer.from(JSON.stringify({ cursor: { anchor: clock, head: clock } }));
  return bytesOf(1, varBytes(bytesOf(1, varUint(client), varUint(clock), varBytes(state))));
}

export type MessageKind = "step1" | "step2" | "update" | "other";

const kinds = ["step1", "step2", "update"] as const;
const cursor = new Cursor();

/** What a message is, and where the bytes within it begin. */
export function look(bytes: Uint8Array, prefix: number): { kind: MessageKind; body: number } {
  if (bytes[prefix] !== 0) return { kind: "other", body: prefix };
  const kind = kinds[bytes[prefix + 1] ?? 3] ?? "other";
  cursor.bytes = bytes;
  cursor.at = prefix + 2;
  cursor.uint();
  return { kind, body: cursor.at };
}

/** Told of a run of one client's clocks that an update brings. */
export type Visit = (client: number, from: number, to: number) => void;

/**
 * What an update brings of plain text in one letter's width. A server may have merged several
 * updates into one; every clock must be there all the same.
 */
export function eachRun(bytes: Uint8Array, body: number, visit: Visit): void {
  cursor.bytes = bytes;
  cursor.at = body;
  for (let sections = cursor.uint(); sections > 0; sections -= 1) {
    let structs = cursor.uint();
    const client = cursor.uint();
    const from = cursor.uint();
    let to = from;
    for (; structs > 0; structs -= 1) to += skipItem();
    visit(client, from, to);
  }
}

const hasOrigin = 0x80;
const hasRightOrigin = 0x40;

/** Goes past one item of text, and returns its length. */
function skipItem(): number {
  const info = cursor.uint8();
  if (info & hasOrigin) cursor.skip(2);
  if (info & hasRightOrigin) cursor.skip(2);
  if (!(info & (hasOrigin | hasRightOrigin))) {
    // The parent: by its name, or by an item's id.
    if (cursor.uint() === 1) cursor.leap(cursor.uint());
    else cursor.skip(2);
  }
  const length = cursor.uint();
  switch (info & 31) {
    case 0: // a collected run,
    case 1: // or deleted content: its length alone
      return length;
    case 4:
      cursor.leap(length);
      return length;
    default:
      throw new Error(`not text: an item of kind ${info & 31}`);
  }
}
