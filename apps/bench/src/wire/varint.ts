/** lib0's variable-length unsigned integers, as far as a load needs them. */
export function varUint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push(128 + (rest % 128));
    rest = Math.floor(rest / 128);
  }
  return Uint8Array.from([...bytes, rest]);
}

export const varBytes = (bytes: Uint8Array): Uint8Array => bytesOf(varUint(bytes.length), bytes);
export const varString = (text: string): Uint8Array => varBytes(Buffer.from(text));

/** Small numbers and pieces of bytes in a row. */
export function bytesOf(...parts: readonly (number | Uint8Array)[]): Uint8Array {
  return Buffer.concat(
    parts.map((part) => (typeof part === "number" ? Uint8Array.of(part) : part)),
  );
}

/** Reads integers from a place on; a load reads millions of them, and makes nothing for it. */
export class Cursor {
  bytes: Uint8Array = new Uint8Array();
  at = 0;

  uint(): number {
    let value = 0;
    let factor = 1;
    for (;;) {
      const byte = this.bytes[this.at] ?? 0;
      this.at += 1;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
      factor *= 128;
    }
  }

  uint8(): number {
    this.at += 1;
    return this.bytes[this.at - 1] ?? 0;
  }

  leap(bytes: number): void {
    this.at += bytes;
  }

  /** Goes past so many integers. */
  skip(count: number): void {
    for (let i = 0; i < count; i += 1) this.uint();
  }
}
