import { type Reader, refuse } from "./reader.ts";

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** A string with its length before it. */
export function readString(reader: Reader): string {
  const chunk = reader.chunk();
  try {
    return decoder.decode(chunk);
  } catch {
    return refuse("not UTF-8");
  }
}

/**
 * Steps over a string and gives its length in UTF-16 units, by which Yjs counts its clocks.
 * Only ASCII is counted here; anything else is rare enough to decode.
 */
export function skipString(reader: Reader): number {
  const length = reader.uint();
  const start = reader.pos;
  reader.skip(length);
  const { bytes } = reader;
  for (let i = start; i < reader.pos; i += 1) {
    if ((bytes[i] ?? 0) >= 0x80) {
      try {
        return decoder.decode(bytes.subarray(start, reader.pos)).length;
      } catch {
        return refuse("not UTF-8");
      }
    }
  }
  return length;
}
