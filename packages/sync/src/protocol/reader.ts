/** Thrown inside the decoders alone; each of them catches it and returns a refusal instead. */
export class Malformed extends Error {}

export function refuse(why: string): never {
  throw new Malformed(why);
}

/** A cursor over untrusted bytes: every read is checked against the end (SPEC P3). */
export class Reader {
  readonly bytes: Uint8Array;
  readonly end: number;
  pos: number;

  constructor(bytes: Uint8Array, pos = 0, end = bytes.length) {
    this.bytes = bytes;
    this.pos = pos;
    this.end = end;
  }

  get remaining(): number {
    return this.end - this.pos;
  }

  byte(): number {
    const value = this.bytes[this.pos];
    if (value === undefined || this.pos >= this.end) refuse("ends early");
    this.pos += 1;
    return value;
  }

  /** A variable-length unsigned integer below 2^53. */
  uint(): number {
    const first = this.byte();
    if (first < 0x80) return first;
    let value = first & 0x7f;
    let factor = 128;
    for (;;) {
      const next = this.byte();
      value += (next & 0x7f) * factor;
      if (value > Number.MAX_SAFE_INTEGER) refuse("integer too large");
      if (next < 0x80) return value;
      factor *= 128;
    }
  }

  /** Steps over a variable-length signed integer (lib0's `any`). */
  skipInt(): void {
    const first = this.byte();
    if (first < 0x80) return;
    let value = first & 0x3f;
    let factor = 64;
    for (;;) {
      const next = this.byte();
      value += (next & 0x7f) * factor;
      if (value > Number.MAX_SAFE_INTEGER) refuse("integer too large");
      if (next < 0x80) return;
      factor *= 128;
    }
  }

  /** A number of things to follow, each at least `least` bytes long. */
  count(least: number): number {
    const count = this.uint();
    if (count * least > this.remaining) refuse("count larger than the rest");
    return count;
  }

  skip(length: number): void {
    if (length > this.remaining) refuse("length larger than the rest");
    this.pos += length;
  }

  /** A length and that many bytes, as a view on the same memory. */
  chunk(): Uint8Array {
    const length = this.uint();
    const start = this.pos;
    this.skip(length);
    return this.bytes.subarray(start, this.pos);
  }

  done(): void {
    if (this.pos !== this.end) refuse("bytes left over");
  }
}
