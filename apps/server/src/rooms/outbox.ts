import type { Duplex } from "node:stream";

import type { Clock, Socket } from "@concord/sync/ports";
import type { WebSocket } from "ws";

/** What is larger goes out as it is: copying it would cost more than another piece in the write. */
const mostCopied = 4096;
const finalBinary = 0x82;

/** Those of a server that have something to send before the next input is taken. */
export class Outboxes {
  readonly #clock: Clock;
  #full: Outbox[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  add(outbox: Outbox): void {
    // Asked for twice: what others asked for meanwhile may have more to send.
    if (this.#full.push(outbox) === 1) this.#clock.soon(() => this.#clock.soon(this.#flush));
  }

  readonly #flush = (): void => {
    const full = this.#full;
    this.#full = [];
    for (const outbox of full) outbox.flush();
  };
}

/**
 * The engine's side of one WebSocket. All that a turn of the event loop has for it leaves in one
 * write, since the system's call is what costs most. The frames are put together here: what a
 * server sends isn't masked (RFC 6455, 5.1), and `ws` would make a write of each of them.
 */
export class Outbox implements Socket {
  readonly #ws: WebSocket;
  readonly #stream: Duplex;
  readonly #outboxes: Outboxes;
  #frames: Uint8Array[] = [];
  #bytes = 0;

  constructor(ws: WebSocket, stream: Duplex, outboxes: Outboxes) {
    this.#ws = ws;
    this.#stream = stream;
    this.#outboxes = outboxes;
  }

  get bufferedAmount(): number {
    return this.#stream.writableLength + this.#bytes;
  }

  send(frame: Uint8Array): void {
    this.#frames.push(frame);
    this.#bytes += frame.length;
    if (this.#frames.length === 1) this.#outboxes.add(this);
  }

  close(code: number, reason: string): void {
    this.flush();
    this.#ws.close(code, reason);
  }

  flush(): void {
    const frames = this.#frames;
    if (frames.length === 0) return;
    this.#frames = [];
    this.#bytes = 0;
    if (this.#ws.readyState !== this.#ws.OPEN || !this.#stream.writable) return;
    const pieces = piecesOf(frames);
    if (pieces.length > 1) this.#stream.cork();
    for (const piece of pieces) this.#stream.write(piece);
    if (pieces.length > 1) this.#stream.uncork();
  }
}

/** The frames with their headers: small ones side by side in one piece, large ones by themselves. */
function piecesOf(frames: readonly Uint8Array[]): readonly Uint8Array[] {
  const pieces: Uint8Array[] = [];
  for (let first = 0; first < frames.length;) {
    let bytes = 0;
    let next = first;
    for (; next < frames.length; next += 1) {
      const { length } = frames[next] ?? { length: 0 };
      bytes += headerLength(length);
      if (length > mostCopied) break;
      bytes += length;
    }
    const large = frames[next];
    pieces.push(pack(frames, first, next, bytes));
    if (large) pieces.push(large);
    first = next + 1;
  }
  return pieces;
}

/** Frames from `first` up to `next`, and the header alone of the one that is at `next`. */
function pack(frames: readonly Uint8Array[], first: number, next: number, bytes: number): Buffer {
  const piece = Buffer.allocUnsafe(bytes);
  let at = 0;
  for (let i = first; i <= next; i += 1) {
    const frame = frames[i];
    if (!frame) break;
    at = writeHeader(piece, at, frame.length);
    if (i === next) break;
    piece.set(frame, at);
    at += frame.length;
  }
  return piece;
}

const headerLength = (length: number): number => {
  if (length < 126) return 2;
  return length < 65_536 ? 4 : 10;
};

function writeHeader(into: Buffer, at: number, length: number): number {
  into[at] = finalBinary;
  if (length < 126) {
    into[at + 1] = length;
    return at + 2;
  }
  if (length < 65_536) {
    into[at + 1] = 126;
    return into.writeUInt16BE(length, at + 2);
  }
  into[at + 1] = 127;
  into.writeUInt32BE(Math.floor(length / 2 ** 32), at + 2);
  return into.writeUInt32BE(length % 2 ** 32, at + 6);
}
