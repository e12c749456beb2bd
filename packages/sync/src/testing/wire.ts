import * as decoding from "lib0/decoding";

import { readAwareness } from "../protocol/awareness.ts";
import type { Close } from "../protocol/close.ts";
import type { Socket } from "../ports.ts";

/** What the engine sent, as a test wants to look at it. */
export type Heard =
  | { readonly kind: "step1" | "step2" | "update"; readonly bytes: Uint8Array }
  | { readonly kind: "awareness"; readonly states: ReturnType<typeof readAwareness> }
  | { readonly kind: "ack"; readonly count: number }
  | { readonly kind: "size"; readonly size: number }
  | { readonly kind: "epoch"; readonly epoch: string };

export function hear(frame: Uint8Array): Heard {
  const decoder = decoding.createDecoder(frame);
  const type = decoding.readVarUint(decoder);
  if (type === 100) return { kind: "ack", count: decoding.readVarUint(decoder) };
  if (type === 101) return { kind: "size", size: decoding.readVarUint(decoder) };
  if (type === 102) return { kind: "epoch", epoch: decoding.readVarString(decoder) };
  if (type === 1) {
    const bytes = decoding.readVarUint8Array(decoder);
    return { kind: "awareness", states: readAwareness(bytes, Infinity) };
  }
  const kind = (["step1", "step2", "update"] as const)[decoding.readVarUint(decoder)];
  if (type !== 0 || !kind) throw new Error(`the engine sent a message of type ${type}`);
  return { kind, bytes: decoding.readVarUint8Array(decoder) };
}

/** The engine's end of a line that notes everything. */
export class RecordingSocket implements Socket {
  readonly frames: Uint8Array[] = [];
  closed: Close | null = null;
  bufferedAmount = 0;

  send(frame: Uint8Array): void {
    if (this.closed) throw new Error("a frame after the close");
    this.frames.push(frame);
  }

  close(code: number, reason: string): void {
    this.closed = { code, reason };
  }

  get heard(): Heard[] {
    return this.frames.map(hear);
  }

  /** What was heard since the last call. */
  take(): Heard[] {
    return this.frames.splice(0).map(hear);
  }
}
