import { type AwarenessState, readAwareness } from "./awareness.ts";
import { type SizeClass, messageType, sizeClasses, syncType } from "./message-type.ts";
import { Malformed, Reader, refuse } from "./reader.ts";
import { type Refusal, type UpdateScan, scanUpdate } from "./scan-update.ts";
import { type StateVector, readStateVector } from "./state-vector.ts";
import { concat } from "./writer.ts";

/** `step2` answers our SyncStep1; `update` is what somebody just did. Both carry an update. */
export interface UpdateMessage {
  readonly kind: "step2" | "update";
  readonly update: Uint8Array;
  readonly scan: UpdateScan;
  /** The very frame that brings it as an Update, if there is one: others can be sent the same. */
  readonly frame: Uint8Array | null;
}

export type Message =
  | UpdateMessage
  | { readonly kind: "step1"; readonly vector: StateVector }
  | { readonly kind: "awareness"; readonly states: readonly AwarenessState[] }
  | { readonly kind: "query-awareness" };

/** Decodes one frame: exactly one message and nothing after it (P2). */
export function decodeMessage(
  frame: Uint8Array,
  limits: { readonly awarenessBytes: number },
): Message | Refusal {
  try {
    const reader = new Reader(frame);
    switch (reader.uint()) {
      case messageType.sync:
        return decodeSync(reader, frame);
      case messageType.awareness: {
        const states = readAwareness(lastChunk(reader), limits.awarenessBytes);
        return { kind: "awareness", states };
      }
      case messageType.queryAwareness:
        reader.done();
        return { kind: "query-awareness" };
      default:
        return refuse("unknown message");
    }
  } catch (error) {
    if (error instanceof Malformed) return { kind: "refused", why: error.message };
    throw error;
  }
}

function decodeSync(reader: Reader, frame: Uint8Array): Message | Refusal {
  const type = reader.uint();
  const bytes = lastChunk(reader);
  if (type === syncType.step1) return { kind: "step1", vector: readStateVector(bytes) };
  if (type !== syncType.step2 && type !== syncType.update) refuse("unknown sync message");
  const scan = scanUpdate(bytes);
  if (scan.kind === "refused") return scan;
  if (type === syncType.step2) return { kind: "step2", update: bytes, scan, frame: null };
  return { kind: "update", update: bytes, scan, frame };
}

function lastChunk(reader: Reader): Uint8Array {
  const chunk = reader.chunk();
  reader.done();
  return chunk;
}

export const encodeSync = (type: number, bytes: Uint8Array): Uint8Array =>
  concat([messageType.sync, type, bytes.length], [bytes]);

/** A frame for one update, and the update as a view on the frame: one copy serves both. */
export function encodeUpdate(update: Uint8Array): {
  readonly frame: Uint8Array;
  readonly update: Uint8Array;
} {
  const frame = encodeSync(syncType.update, update);
  return { frame, update: frame.subarray(frame.length - update.length) };
}

export const encodeAwarenessMessage = (awareness: Uint8Array): Uint8Array =>
  concat([messageType.awareness, awareness.length], [awareness]);

/** How many of a connection's document updates are durable now (SPEC D2). */
export const encodeAck = (count: number): Uint8Array => concat([messageType.ack, count], []);

/** Which history of the room this is (SPEC E1). */
export function encodeEpoch(epoch: string): Uint8Array {
  const bytes = new TextEncoder().encode(epoch);
  return concat([messageType.epoch, bytes.length], [bytes]);
}

/** How full the document is (SPEC L6). */
export const encodeSize = (size: SizeClass): Uint8Array =>
  concat([messageType.size, sizeClasses.indexOf(size)], []);
