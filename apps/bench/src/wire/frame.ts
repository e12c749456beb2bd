/** A frame as a client sends it; masked, as it must be, with a key of zeros that changes nothing. */
export function clientFrame(opcode: number, ...parts: readonly Uint8Array[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const header = headerOf(length);
  header[0] = 0x80 | opcode;
  return Buffer.concat([header, ...parts]);
}

export const binary = 2;
export const pong = 10;

function headerOf(length: number): Buffer {
  if (length < 126) {
    const header = Buffer.alloc(6);
    header[1] = 0x80 | length;
    return header;
  }
  if (length < 65536) {
    const header = Buffer.alloc(8);
    header[1] = 0x80 | 126;
    header.writeUInt16BE(length, 2);
    return header;
  }
  const header = Buffer.alloc(14);
  header[1] = 0x80 | 127;
  header.writeBigUInt64BE(BigInt(length), 2);
  return header;
}

/**
 * Cuts what a server sends into frames. Servers neither mask nor, in what is measured here,
 * fragment; whole frames are looked at where they are, and only torn ones are put together.
 */
export class FrameSplitter {
  readonly #onFrame: (opcode: number, payload: Buffer) => void;
  #torn: Buffer[] = [];
  #tornBytes = 0;
  /** Nothing can be told before so many bytes are there. */
  #needed = 0;

  constructor(onFrame: (opcode: number, payload: Buffer) => void) {
    this.#onFrame = onFrame;
  }

  push(chunk: Buffer): void {
    let bytes = chunk;
    if (this.#tornBytes > 0) {
      this.#torn.push(chunk);
      this.#tornBytes += chunk.length;
      if (this.#tornBytes < this.#needed) return;
      bytes = Buffer.concat(this.#torn);
      this.#torn = [];
    }
    const rest = this.#split(bytes);
    this.#torn = rest.length > 0 ? [rest] : [];
    this.#tornBytes = rest.length;
  }

  #split(bytes: Buffer): Buffer {
    let at = 0;
    for (;;) {
      const left = bytes.length - at;
      let start = at + 2;
      let length = (bytes[at + 1] ?? 0) & 127;
      if (left >= 4 && length === 126) {
        length = bytes.readUInt16BE(at + 2);
        start = at + 4;
      } else if (left >= 10 && length === 127) {
        length = Number(bytes.readBigUInt64BE(at + 2));
        start = at + 10;
      } else if (left < 2 || length >= 126) {
        this.#needed = left < 2 ? 2 : 10;
        if (left >= 2 && length === 126) this.#needed = 4;
        return bytes.subarray(at);
      }
      if (start + length > bytes.length) {
        this.#needed = start + length - at;
        return bytes.subarray(at);
      }
      this.#onFrame((bytes[at] ?? 0) & 15, bytes.subarray(start, start + length));
      at = start + length;
    }
  }
}
