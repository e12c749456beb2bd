/**
 * Padding, so that the size of a sealed box says little about what is in it: to the sizes of
 * Padmé (Nikitin et al., PETS 2019), which cost at most 12 %, and at least to `smallest`.
 */
const smallest = 4096;

/** The size (bytes) that content of `length` bytes, with its length before it, is padded to. */
export function paddedLength(length: number): number {
  const needed = length + 4;
  if (needed <= smallest) return smallest;
  const exponent = Math.floor(Math.log2(needed));
  const kept = Math.floor(Math.log2(exponent)) + 1;
  const step = 2 ** (exponent - kept);
  return Math.ceil(needed / step) * step;
}

export function pad(content: Uint8Array): Uint8Array<ArrayBuffer> {
  const padded = new Uint8Array(paddedLength(content.length));
  new DataView(padded.buffer).setUint32(0, content.length);
  padded.set(content, 4);
  return padded;
}

/** The content again, or null where this was never padded. */
export function unpad(padded: Uint8Array): Uint8Array | null {
  if (padded.length < 4) return null;
  const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0);
  return length <= padded.length - 4 ? padded.subarray(4, 4 + length) : null;
}
