/** How many bytes a variable-length unsigned integer takes. */
export function uintLength(value: number): number {
  if (value < 0x80) return 1;
  if (value < 0x4000) return 2;
  if (value < 0x20_0000) return 3;
  if (value < 0x1000_0000) return 4;
  let length = 5;
  for (let rest = value / 2 ** 35; rest >= 1; rest /= 128) length += 1;
  return length;
}

/** Writes it at `pos` and gives the position behind it. */
export function writeUint(bytes: Uint8Array, pos: number, value: number): number {
  let at = pos;
  let rest = value;
  // Shifts are quicker, and enough for nearly all there is.
  for (; rest >= 2 ** 31; rest = Math.floor(rest / 128)) {
    bytes[at] = (rest % 128) | 0x80;
    at += 1;
  }
  for (; rest >= 0x80; rest >>>= 7) {
    bytes[at] = (rest & 0x7f) | 0x80;
    at += 1;
  }
  bytes[at] = rest;
  return at + 1;
}

/** One array of `head` as variable-length integers and `parts` as they are. */
export function concat(head: readonly number[], parts: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const value of head) length += uintLength(value);
  for (const part of parts) length += part.length;
  const bytes = new Uint8Array(length);
  let pos = 0;
  for (const value of head) pos = writeUint(bytes, pos, value);
  for (const part of parts) {
    bytes.set(part, pos);
    pos += part.length;
  }
  return bytes;
}
